import type { DeclaredFault } from "../../faults/faults";
import { faultPresets, type FaultPreset } from "../fault-presets";
import { type Html, html } from "../html";
import { type Asked, page, type Reply } from "../http";
import type { Site } from "../site";
import { viewerOf } from "../viewer";
import { layout } from "./layout";

/** The panel in which a person makes things go wrong and watches the app cope. */
export function faultsPage(site: Site, asked: Asked): Reply {
  return showFaults(site, asked, undefined);
}

/** What a person typed that declares no faults, and why it does not. */
export type RefusedRules = { readonly text: string; readonly reason: string };

export function showFaults(site: Site, asked: Asked, refused: RefusedRules | undefined): Reply {
  const declared = site.faults.declared();
  const { presets, others } = split(declared);
  const main = html`<h1>Faults</h1>
    <p class="muted">
      What is switched on here happens to the app from now on: by chance where it says so, but the
      same each time.
    </p>
    <p><a href="/__site/calls?fault=on">Calls that were struck</a></p>
    <form class="faults" method="post" action="/__site/faults">
      ${groupsOf(faultPresets).map((group) => groupPart(group, presets))}
      ${lagPart(site.searchLag.usual())} ${ownRules(refused?.text ?? textOf(others), refused)}
      <div class="row">
        <button class="button primary" type="submit">Apply</button>
        <button class="button" type="submit" name="clear" value="all">Switch all off</button>
      </div>
    </form>
    ${declared.length === 0 ? undefined : struckTable(declared)}`;
  const reply = layout(site, viewerOf(site, asked), { title: "Faults", here: "none", main });
  return page(reply, refused === undefined ? 200 : 400);
}

/** Faults that a preset stands for, and those that somebody wrote. */
function split(declared: readonly DeclaredFault[]) {
  const same = (preset: FaultPreset, { rule }: DeclaredFault) =>
    JSON.stringify(preset.rule) === JSON.stringify(rule);
  return {
    presets: new Set(faultPresets.filter((preset) => declared.some((each) => same(preset, each)))),
    others: declared.filter((each) => !faultPresets.some((preset) => same(preset, each))),
  };
}

type Group = { readonly name: string; readonly presets: readonly FaultPreset[] };

function groupsOf(presets: readonly FaultPreset[]): readonly Group[] {
  const names = [...new Set(presets.map(({ group }) => group))];
  return names.map((name) => ({ name, presets: presets.filter(({ group }) => group === name) }));
}

function groupPart({ name, presets }: Group, on: ReadonlySet<FaultPreset>): Html {
  return html`<fieldset>
    <legend>${name}</legend>
    ${presets.map(
      (preset) =>
        html`<label class="check">
          <input
            type="checkbox"
            name="preset"
            value="${preset.id}"
            autocomplete="off"
            ${on.has(preset) ? html`checked` : undefined}
          />
          ${preset.title}
        </label>`,
    )}
  </fieldset>`;
}

function lagPart(milliseconds: number): Html {
  return html`<fieldset>
    <legend>Jira's search</legend>
    <label for="search-lag">Trails every change by so many seconds</label>
    <input
      id="search-lag"
      name="search-lag"
      type="number"
      min="0"
      step="any"
      value="${milliseconds / 1000}"
      autocomplete="off"
    />
  </fieldset>`;
}

function ownRules(text: string, refused: RefusedRules | undefined): Html {
  return html`<details class="own-rules" ${text === "" ? undefined : html`open`}>
    <summary>Rules of your own</summary>
    <label for="fault-rules">JSON: a list of rules as in test/site/faults/rule.ts</label>
    <textarea
      id="fault-rules"
      name="rules"
      class="code"
      rows="6"
      spellcheck="false"
      autocomplete="off"
    >
${text}</textarea>
    ${refused && html`<p class="refusal" role="alert">${refused.reason}</p>`}
  </details>`;
}

function textOf(others: readonly DeclaredFault[]): string {
  if (others.length === 0) return "";
  return JSON.stringify(
    others.map(({ rule }) => rule),
    null,
    2,
  );
}

function struckTable(declared: readonly DeclaredFault[]): Html {
  return html`<h2>Switched on</h2>
    <div class="table-scroll">
      <table class="issues">
        <thead>
          <tr>
            ${["Fault", "Met", "Struck"].map((heading) => html`<th scope="col">${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${declared.map(
            ({ rule, met, struck }) =>
              html`<tr>
                <td>${titleOf(rule)}</td>
                <td>${met}</td>
                <td>${struck}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function titleOf(rule: DeclaredFault["rule"]): string {
  const text = JSON.stringify(rule);
  const preset = faultPresets.find((each) => JSON.stringify(each.rule) === text);
  return preset?.title ?? rule.name ?? text;
}
