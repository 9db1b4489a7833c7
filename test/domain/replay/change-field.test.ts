import { fieldOfChange } from "../../../src/domain/replay/change-field";

const site = { points: ["customfield_10034", "customfield_10016"], sprint: ["customfield_10020"] };

describe("the field of a changelog item", () => {
  it.each([
    ["status", "status", "status"],
    ["resolution", "resolution", "resolution"],
    ["Story points", "customfield_10034", "points"],
    ["Story point estimate", "customfield_10016", "points"],
    ["timeoriginalestimate", "timeoriginalestimate", "estimate"],
    ["IssueParentAssociation", undefined, "parent"],
    ["Parent Link", "customfield_10018", "parent"],
    ["Epic Link", "customfield_10014", "parent"],
    ["Parent", undefined, "parent"],
    ["Fix Version", "fixVersions", "fix-version"],
    ["Component", "components", "component"],
    ["Sprint", "customfield_10020", "sprint"],
    ["Sprint", null, "sprint"],
    ["labels", "labels", "labels"],
    ["issuetype", "issuetype", "type"],
    ["type", undefined, "type"],
    ["project", "project", "project"],
    ["Key", undefined, "key"],
  ])("of %s (%s) is %s", (field, fieldId, expected) => {
    expect(fieldOfChange({ field, fieldId }, site)).toBe(expected);
  });

  it.each([
    ["Type", "customfield_10500"],
    ["Story Points", "customfield_10999"],
    ["timeestimate", "timeestimate"],
    ["Version", "versions"],
    ["Link", undefined],
    ["Epic Child", undefined],
    ["Rank", "customfield_10019"],
  ])("of %s (%s) is none that replay knows", (field, fieldId) => {
    expect(fieldOfChange({ field, fieldId }, site)).toBeNull();
  });
});
