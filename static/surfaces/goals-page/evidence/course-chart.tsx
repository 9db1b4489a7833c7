import type { GoalHistory } from "../../../../src/contract/evidence";
import { courseOf, type CourseSource } from "../../../charts/course";
import { CoursePicture } from "../../../charts/course-picture";
import { useWidth } from "../../../charts/use-width";
import { pastMeaning, pastName } from "../../../evidence-words";
import { dayOfText, type Percent } from "../../../parts/format";
import { CourseTable } from "./course-table";

type Props = {
  readonly history: GoalHistory;
  readonly percent: Percent;
  readonly firstAt: string;
  readonly at: string;
};

const heightPixels = 160;
const sources = ["observed", "replayed", "estimated"] as const;

/** The number with its interval over time, what was seen and what is rebuilt drawn apart. */
export function CourseChart({ history, percent, firstAt, at }: Props) {
  const { ref, width } = useWidth();
  const { points, now } = history;
  const course = courseOf(
    points.map((point) => ({ ...point, at: Date.parse(point.at) })),
    { from: Date.parse(firstAt), to: Date.parse(now) },
    { width, height: heightPixels },
  );
  const shown = sources.filter((source) => points.some((point) => point.source === source));
  return (
    <figure className="stack">
      <div ref={ref} className="course-frame">
        <CoursePicture
          course={course}
          at={Date.parse(at)}
          title="The number over time"
          description={descriptionOf(history, firstAt, percent)}
          tickText={(tick) => dayOfText(new Date(tick).toISOString())}
        />
      </div>
      <figcaption>
        <Sources shown={shown} />
      </figcaption>
      <CourseTable points={points} percent={percent} />
    </figure>
  );
}

function Sources({ shown }: { readonly shown: readonly CourseSource[] }) {
  return (
    <ul className="legend">
      {shown.map((source) => (
        <li key={source}>
          <svg width="24" height="10" aria-hidden="true">
            <line className={`course-line course-${source}`} x1="0" x2="24" y1="5" y2="5" />
          </svg>
          <span>
            <b>{pastName[source]}</b>: {pastMeaning[source]}
          </span>
        </li>
      ))}
    </ul>
  );
}

function descriptionOf({ points }: GoalHistory, firstAt: string, percent: Percent): string {
  const known = points.filter(({ headline }) => headline !== null);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) {
    return `Since the first issue on ${dayOfText(firstAt)} there has been no number.`;
  }
  return `From ${told(first, percent)} to ${told(last, percent)}.`;
}

function told({ at, headline }: GoalHistory["points"][number], percent: Percent): string {
  return `${headline === null ? "no number" : percent(headline)} on ${dayOfText(at)}`;
}
