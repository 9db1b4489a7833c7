import { Section } from "./section";

/** What Throughline keeps of persons. */
export function PersonalData() {
  return (
    <Section title="Personal data">
      <p>
        Throughline keeps the Atlassian account id of who owns a goal, who linked work to it and who
        changed something. It keeps no names, addresses or pictures: names are asked of Jira each
        time they are shown.
      </p>
      <p>
        Every week it reports the ids it keeps to Atlassian, and forgets those of accounts that were
        closed.
      </p>
    </Section>
  );
}
