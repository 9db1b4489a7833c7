import { faultControl } from "./control";
import { createFaults } from "./faults";

const rule = { on: "jira", fault: { kind: "status", status: 500 } };

test("the control port declares faults, tells of them and takes them back", () => {
  const control = faultControl(createFaults());
  expect(control.post({ rules: [rule], seed: 3 })).toEqual({
    faults: [{ rule, met: 0, struck: 0 }],
  });
  expect(control.get().faults).toHaveLength(1);
  expect(control.delete()).toEqual({ faults: [] });
});

test("what is no declaration is refused and changes nothing", () => {
  const control = faultControl(createFaults());
  control.post({ rules: [rule] });
  expect(() => control.post({ rules: [{ on: "jira", fault: { kind: "boom" } }] })).toThrow();
  expect(control.get().faults).toHaveLength(1);
});
