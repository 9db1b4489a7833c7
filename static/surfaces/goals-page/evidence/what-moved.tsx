import type { GoalEvidence, GoalLedger } from "../../../../src/contract/evidence";
import { Answered } from "../../../parts/answered";
import { instantText, pointsText, precisePercent, wholePercent } from "../../../parts/format";
import { whyNoNumber } from "../../../sentences";
import type { Asked } from "../../../parts/use-ask";
import { Field } from "../../../parts/field";
import type { Look, See } from "../look";
import { CauseItems } from "./cause-items";
import { dayOf, daysBefore, momentOfDay } from "./days";
import { LedgerChart } from "./ledger-chart";
import { PastCaveats } from "./past-note";
import { useLedger } from "./use-ledger";

type Props = { readonly evidence: GoalEvidence; readonly look: Look; readonly see: See };

/** What moved the number since a date, by cause, with the issues under each. */
export function WhatMoved({ evidence, look, see }: Props) {
  const ledger = useLedger(evidence, look);
  return (
    <section className="card" aria-label="What moved">
      <h2 className="section-title">
        What moved {ledger === null ? "it?" : `since ${instantText(ledger.from)}`}
      </h2>
      <SinceWhen evidence={evidence} from={ledger?.from ?? null} see={see} />
      {ledger === null ? (
        <p className="subtle">Choose since when.</p>
      ) : (
        <Answered asked={ledger.asked} lines={5}>
          {(told) => <Moved told={told} look={look} see={see} isOlder={isOlder(ledger.asked)} />}
        </Answered>
      )}
    </section>
  );
}

const isOlder = (asked: Asked<GoalLedger>) => asked.kind === "answered" && asked.older === true;

function Moved(props: {
  readonly told: GoalLedger;
  readonly look: Look;
  readonly see: See;
  readonly isOlder: boolean;
}) {
  const { look, see } = props;
  const { ledger, pasts } = props.told;
  return (
    <div className="stack" aria-busy={props.isOlder}>
      <Told ledger={ledger} />
      {pasts.from.kind === "now" ? null : <PastCaveats past={pasts.from} />}
      {ledger.kind === "ledger" ? (
        <>
          <LedgerChart ledger={ledger} cause={look.cause} see={see} />
          <CauseItems ledger={ledger} cause={look.cause} see={see} />
        </>
      ) : null}
    </div>
  );
}

const presets = [7, 30, 90] as const;

function SinceWhen(props: {
  readonly evidence: GoalEvidence;
  readonly from: string | null;
  readonly see: See;
}) {
  const { evidence, from, see } = props;
  const { at, createdAt } = evidence;
  const choices = [
    ...presets.map((days) => ({ name: `${String(days)} days`, instant: daysBefore(at, days) })),
    { name: "Since creation", instant: createdAt },
  ].filter(({ instant }) => instant < at);
  return (
    <div className="row since">
      {choices.map(({ name, instant }) => (
        <button
          key={name}
          className="button chip"
          type="button"
          aria-pressed={instant === from}
          onClick={() => {
            see({ from: instant, cause: null });
          }}
        >
          {name}
        </button>
      ))}
      <Field label="Since the day">
        {(control) => (
          <input
            {...control}
            className="input"
            type="date"
            value={from === null ? "" : dayOf(from)}
            max={dayOf(at)}
            onChange={(event) => {
              const chosen = momentOfDay(event.target.value);
              if (chosen !== null && chosen < at) see({ from: chosen, cause: null });
            }}
          />
        )}
      </Field>
    </div>
  );
}

function Told({ ledger }: { readonly ledger: GoalLedger["ledger"] }) {
  switch (ledger.kind) {
    case "weighted":
      return (
        <p>The number is the weighted mean of its sub-goals; each of them tells what moved it.</p>
      );
    case "no-number":
      return (
        <p>
          There was no number at the {ledger.side}: {whyNoNumber[ledger.why]}
        </p>
      );
    case "ledger":
      return <Change ledger={ledger} />;
  }
}

function Change({
  ledger,
}: {
  readonly ledger: Extract<GoalLedger["ledger"], { kind: "ledger" }>;
}) {
  const { start, end, exact, cutScope } = ledger;
  const percent = exact ? precisePercent : wholePercent;
  return (
    <>
      <p>
        From {percent(start)} to {percent(end)}: <b>{pointsText(end - start, exact)}</b>.
      </p>
      {exact ? null : (
        <p className="hidden-note">
          Some items are hidden from you: points are whole, and the issues under each bar are not
          shown.
        </p>
      )}
      {cutScope ? (
        <div className="notice notice-warning" role="status">
          <p>
            <b>More than half of this rise came from taking work out of the scope,</b> not from
            finishing it.
          </p>
        </div>
      ) : null}
    </>
  );
}
