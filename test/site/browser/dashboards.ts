/** A gadget or widget that stands on a dashboard. */
export type Placed = {
  readonly id: string;
  readonly moduleKey: string;
  /** The title the person gave it; undefined shows the module's. */
  readonly title: string | undefined;
  readonly column: number;
  /** What the edit mode saved; undefined until then. */
  readonly configuration: Readonly<Record<string, unknown>> | undefined;
};

/** One to three columns; gadgets in their order from top to bottom, whatever their column. */
export type Dashboard = {
  readonly id: string;
  readonly name: string;
  readonly columns: 1 | 2 | 3;
  readonly gadgets: readonly Placed[];
};

export type DashboardLayout = {
  readonly name: string;
  readonly columns: 1 | 2 | 3;
  readonly gadgets: readonly {
    readonly moduleKey: string;
    readonly column: number;
    readonly title?: string;
    readonly configuration?: Readonly<Record<string, unknown>>;
  }[];
};

export type Direction = "up" | "down" | "left" | "right";

export type Dashboards = {
  readonly all: () => readonly Dashboard[];
  readonly find: (id: string) => Dashboard | undefined;
  readonly add: (id: string, moduleKey: string) => Placed;
  readonly configure: (
    id: string,
    gadget: string,
    configuration: Readonly<Record<string, unknown>>,
  ) => void;
  readonly rename: (id: string, gadget: string, title: string) => void;
  readonly move: (id: string, gadget: string, direction: Direction) => void;
  readonly remove: (id: string, gadget: string) => void;
  readonly setColumns: (id: string, columns: 1 | 2 | 3) => void;
};

const firstDashboardId = 10000;
const firstGadgetId = 10100;

/** The dashboards of the site, kept in memory; every change names a dashboard that exists or throws. */
export function createDashboards(layouts: readonly DashboardLayout[]): Dashboards {
  let nextGadget = firstGadgetId;
  const newId = () => String(nextGadget++);
  let dashboards = layouts.map((layout, index): Dashboard => ({
    id: String(firstDashboardId + index),
    name: layout.name,
    columns: layout.columns,
    gadgets: layout.gadgets.map((gadget) => ({
      id: newId(),
      moduleKey: gadget.moduleKey,
      title: gadget.title,
      column: gadget.column,
      configuration: gadget.configuration,
    })),
  }));
  const find = (id: string) => dashboards.find((each) => each.id === id);
  const change = (id: string, changed: (dashboard: Dashboard) => Dashboard) => {
    if (find(id) === undefined) throw new Error(`There is no dashboard ${id}`);
    dashboards = dashboards.map((each) => (each.id === id ? changed(each) : each));
  };
  const changeGadget = (id: string, gadget: string, changed: (placed: Placed) => Placed) => {
    change(id, (dashboard) => ({
      ...dashboard,
      gadgets: dashboard.gadgets.map((each) => (each.id === gadget ? changed(each) : each)),
    }));
  };
  return {
    all: () => dashboards,
    find,
    add: (id, moduleKey) => {
      const base = { id: newId(), moduleKey, title: undefined, configuration: undefined };
      const placed: Placed = { ...base, column: 0 };
      change(id, (dashboard) => ({ ...dashboard, gadgets: [placed, ...dashboard.gadgets] }));
      return placed;
    },
    configure: (id, gadget, configuration) => {
      changeGadget(id, gadget, (placed) => ({ ...placed, configuration }));
    },
    rename: (id, gadget, title) => {
      changeGadget(id, gadget, (placed) => ({ ...placed, title: title || undefined }));
    },
    move: (id, gadget, direction) => {
      change(id, (dashboard) => moved(dashboard, gadget, direction));
    },
    remove: (id, gadget) => {
      change(id, (dashboard) => ({
        ...dashboard,
        gadgets: dashboard.gadgets.filter((each) => each.id !== gadget),
      }));
    },
    setColumns: (id, columns) => {
      change(id, (dashboard) => ({ ...dashboard, columns }));
    },
  };
}

/** The gadgets of one column; those of columns that no longer exist stand in the last. */
export function inColumn(dashboard: Dashboard, column: number): readonly Placed[] {
  return dashboard.gadgets.filter((each) => shownColumn(dashboard, each) === column);
}

function shownColumn(dashboard: Dashboard, placed: Placed): number {
  return Math.min(placed.column, dashboard.columns - 1);
}

function moved(dashboard: Dashboard, id: string, direction: Direction): Dashboard {
  const gadget = dashboard.gadgets.find((each) => each.id === id);
  if (gadget === undefined) return dashboard;
  if (direction === "left" || direction === "right") {
    const to = shownColumn(dashboard, gadget) + (direction === "left" ? -1 : 1);
    const column = Math.max(0, Math.min(dashboard.columns - 1, to));
    return replaced(dashboard, { ...gadget, column });
  }
  const neighbours = inColumn(dashboard, shownColumn(dashboard, gadget));
  const at = neighbours.indexOf(gadget);
  const other = neighbours[direction === "up" ? at - 1 : at + 1];
  return other === undefined ? dashboard : swapped(dashboard, gadget, other);
}

function replaced(dashboard: Dashboard, gadget: Placed): Dashboard {
  return {
    ...dashboard,
    gadgets: dashboard.gadgets.map((each) => (each.id === gadget.id ? gadget : each)),
  };
}

function swapped(dashboard: Dashboard, one: Placed, other: Placed): Dashboard {
  const swap = (each: Placed) => (each === one ? other : each === other ? one : each);
  return { ...dashboard, gadgets: dashboard.gadgets.map(swap) };
}
