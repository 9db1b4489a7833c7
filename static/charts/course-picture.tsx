import { useId } from "react";
import type { Course } from "./course";

type Props = {
  readonly course: Course;
  /** The instant looked at, in epoch milliseconds. */
  readonly at: number;
  readonly title: string;
  readonly description: string;
  readonly tickText: (at: number) => string;
};

/** The course of a number with its interval; observed, replayed and estimated time are drawn apart. */
export function CoursePicture({ course, at, title, description, tickText }: Props) {
  const id = useId();
  const { width, height, stretches, dots, levels, xOf, yOf } = course;
  return (
    <svg
      className="course"
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {levels.map(({ share, y }) => (
        <g key={share}>
          <line className="course-grid" x1={xOf(-Infinity)} x2={xOf(Infinity)} y1={y} y2={y} />
          <text className="course-text" x="0" y={y + textDrop}>
            {share * 100} %
          </text>
        </g>
      ))}
      <Ticks course={course} tickText={tickText} />
      {stretches.map(({ source, band }) => (
        <path key={band} className={`course-band course-band-${source}`} d={band} />
      ))}
      {stretches.map(({ source, line }) => (
        <path key={line} className={`course-line course-${source}`} d={line} />
      ))}
      {dots.map(({ source, x, y }) => (
        <circle key={x} className={`course-dot course-dot-${source}`} cx={x} cy={y} r="2.5" />
      ))}
      <line className="course-now" x1={xOf(at)} x2={xOf(at)} y1={yOf(1)} y2={yOf(0)} />
    </svg>
  );
}

const textDrop = 4;
const tickDrop = 16;

/** Dates below the drawing; those at an edge are turned inwards. */
function Ticks({ course, tickText }: Pick<Props, "course" | "tickText">) {
  const { ticks, width, yOf } = course;
  return ticks.map(({ at, x }) => (
    <text
      key={at}
      className="course-text"
      x={x}
      y={yOf(0) + tickDrop}
      textAnchor={x > width - edge ? "end" : x < edge ? "start" : "middle"}
    >
      {tickText(at)}
    </text>
  ));
}

const edge = 40;
