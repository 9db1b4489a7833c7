import { initiatives } from "./initiatives";
import { type ProjectWords, theme } from "./project-words";

const { mobile, checkout, retention, nordics } = initiatives;

export const mobileWords: ProjectWords = {
  themes: [
    theme("Mobile checkout like the web", checkout, "payment sheet|address picker|order summary"),
    theme("Offline browsing", mobile, "product cache|offline banner|sync queue"),
    theme("Push that people keep on", retention, "push opt-in|quiet hours|order update push"),
    theme("App start under two seconds", mobile, "cold start|splash screen|lazy module"),
    theme("Barcode search", mobile, "camera permission|barcode result|manual entry"),
    theme("Biometric sign-in", mobile, "Face ID prompt|passkey|device list"),
    theme("Wish lists", retention, "wish list|shared list|price drop notice"),
    theme("Tablet layout", mobile, "two-column layout|split view|keyboard shortcut"),
    theme("Dark mode", null, "colour token|product image|theme switch"),
    theme("App in four Nordic languages", nordics, "translation file|date format|store listing"),
    theme("Crash-free 99.9", mobile, "crash report|memory warning|network timeout"),
    theme("Store finder", null, "map view|opening hours|stock at store"),
    theme("Reviews in the app", retention, "star rating|photo upload|review moderation"),
    theme("Widgets and live activities", null, "home screen widget|live activity|lock screen"),
    theme("Accessibility on mobile", mobile, "VoiceOver label|font scaling|touch target"),
  ],
  places: [
    "on iOS",
    "on Android",
    "on tablets",
    "on slow networks",
    "after an update",
    "on the product page",
    "in the account tab",
    "for signed-out users",
  ],
  stories: [
    "As a customer I use the {thing} {place}",
    "Design and build the {thing} {place}",
    "Show the {thing} {place}",
    "Make the {thing} work {place}",
    "Animate the {thing} {place}",
    "Track the {thing} {place}",
    "Undo for the {thing} {place}",
  ],
  tasks: [
    "Snapshot tests for the {thing} {place}",
    "Update the SDK behind the {thing} {place}",
    "Clean up the {thing} {place}",
    "Release notes for the {thing} {place}",
    "Store screenshots of the {thing} {place}",
  ],
  bugs: [
    "Crash when opening the {thing} {place}",
    "The {thing} overlaps the keyboard {place}",
    "The {thing} is cut off with large fonts {place}",
    "The {thing} forgets its state {place}",
    "Battery drain caused by the {thing} {place}",
    "The {thing} flickers {place}",
  ],
  components: ["iOS", "Android", "Design system", "Account", "Catalogue"],
  labels: ["app-store", "performance", "a11y", "localisation"],
};
