import { lazy, type RefObject, Suspense, useState } from "react";

const CreateGoal = lazy(() => import("./create-goal"));

type Props = {
  readonly title: string;
  readonly heading?: RefObject<HTMLHeadingElement>;
  readonly mayCreate: boolean;
  readonly accountId: string | undefined;
  readonly onCreated: (goalId: string) => void;
};

/** The head of a list of goals, where a person who may do so makes a new one. */
export function GoalsHeading({ title, heading, mayCreate, accountId, onCreated }: Props) {
  const [creating, setCreating] = useState(false);
  return (
    <>
      <div className="row row-between">
        <h1 ref={heading} tabIndex={heading === undefined ? undefined : -1} className="page-title">
          {title}
        </h1>
        {mayCreate ? (
          <button
            className="button button-primary"
            type="button"
            onClick={() => {
              setCreating(true);
            }}
          >
            Create goal
          </button>
        ) : null}
      </div>
      {creating ? (
        <Suspense>
          <CreateGoal
            accountId={accountId}
            onClose={() => {
              setCreating(false);
            }}
            onCreated={onCreated}
          />
        </Suspense>
      ) : null}
    </>
  );
}
