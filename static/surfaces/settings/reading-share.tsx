import { Field } from "../../parts/field";
import { pointsOfHour } from "./points-of-hour";
import { Section } from "./section";

type Props = {
  readonly share: number;
  /** Of how many points an hour it is the share. */
  readonly pointsAnHour: number;
  readonly onChange: (share: number) => void;
};

const leastPercent = 5;

/** How much of Jira's hourly allowance the reading in the background may take. */
export function ReadingShare({ share, pointsAnHour, onChange }: Props) {
  const amount = pointsOfHour(share, pointsAnHour);
  return (
    <Section title="Reading in the background">
      <Field label="Share of Jira’s points">
        {(control) => (
          <input
            {...control}
            className="share"
            type="range"
            min={leastPercent}
            max={100}
            value={Math.round(share * 100)}
            aria-valuetext={amount}
            onChange={(event) => {
              onChange(Number(event.target.value) / 100);
            }}
          />
        )}
      </Field>
      <p>{amount}</p>
      <p className="subtle">
        Jira counts what apps read in points. All sites share those of this app, and they come anew
        each hour. A smaller share leaves more to the other sites and takes longer when much has
        changed.
      </p>
    </Section>
  );
}
