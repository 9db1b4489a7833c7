/** Titles of the initiatives, the level above epics. */
export const initiatives = {
  checkout: "A checkout anyone can finish",
  billing: "One billing engine for every plan",
  platform: "A platform teams can trust",
  mobile: "The shop in every pocket",
  audit: "Ready for the SOC 2 audit",
  nordics: "Open the Nordic market",
  legacy: "Switch off the old stack",
  retention: "Customers who stay",
} as const;
