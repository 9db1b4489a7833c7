import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SettingsFound } from "../../../src/contract/settings";
import type { SettingsView } from "../../../src/contract/requests";
import { call } from "../../bridge";
import { useAct } from "../../parts/use-act";
import { type Asked, useAsk } from "../../parts/use-ask";

export const settingsKey = ["getSettings"];

/** What the person changed, and what stood there when they began. */
type Edit = {
  readonly from: Pick<SettingsFound, "settings" | "version">;
  readonly changes: Partial<SettingsView>;
};

/**
 * The form between what is stored and what a person changes. Only what they touched is theirs: after another
 * administrator was faster, everything else shows the other's decision.
 */
export function useSettingsEdit(found: SettingsFound) {
  const [edit, setEdit] = useState<Edit | null>(null);
  const [attempts, setAttempts] = useState(0);
  const [savedOnce, setSavedOnce] = useState(false);
  const queries = useQueryClient();
  const act = useAct((request: { version: number; settings: SettingsView }, key) =>
    call("saveSettings", { key, ...request }),
  );
  const conflict = edit !== null && act.problem?.kind === "changed-meanwhile";
  const theirs = useTheirs(conflict, attempts);
  const { from, changes } = edit ?? { from: found, changes: {} };
  const base = theirs?.kind === "answered" ? theirs.value : from;
  const settings: SettingsView = { ...base.settings, ...changes };
  const save = () => {
    const sent: Edit = { from: base, changes };
    setEdit(sent);
    setAttempts(attempts + 1);
    act.run({ version: base.version, settings }, ({ version }) => {
      const saved = { ...found, settings, version };
      setSavedOnce(true);
      queries.setQueryData(settingsKey, { ok: true, value: saved });
      setEdit((now) => (now === sent || now === null ? null : { ...now, from: saved }));
    });
  };
  return {
    settings,
    dirty: !isSame(settings, base.settings),
    conflict: theirs === null ? null : { theirs, from: from.settings, changes },
    problem: theirs === null ? act.problem : null,
    savedOnce,
    busy: act.busy || (theirs !== null && theirs.kind !== "answered"),
    set: (change: Partial<SettingsView>) => {
      setEdit({ from, changes: { ...changes, ...change } });
    },
    save,
    discard: () => {
      act.reset();
      setEdit(null);
      void queries.invalidateQueries({ queryKey: settingsKey });
    },
  };
}

/** What is stored now, asked for anew at each conflict; null without one. */
function useTheirs(conflict: boolean, attempts: number): Asked<SettingsFound> | null {
  const ask = () => call("getSettings", {});
  const asked = useAsk([...settingsKey, "theirs", attempts], conflict ? ask : null);
  return conflict ? asked : null;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
