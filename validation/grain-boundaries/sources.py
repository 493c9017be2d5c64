"""Reads what is compared: a collected data set, the finished items of its campaign, structure searches; and what the article prints."""
import csv
import dataclasses
import math
import pathlib

import h5py
import yaml

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ITEMS = ROOT / "cases/li-limeso-boundaries/done/boundaries"
SEARCHES = ROOT / "validation/grain-boundary-energies/ours.csv"
PUBLISHED = ROOT / "cases/datasets/li-yoon-2023/dataset.yaml"

TEMPERATURES = (250, 300, 350, 400)
FAMILIES = ("[001] tilt", "[01-1] tilt", "[11-1] tilt", "[001] twist", "[01-1] twist", "[11-1] twist")

# J. S. Yoon, H. Sulaimon, D. J. Siegel, J. Mater. Chem. A 11 (2023) 23288
PRINTED_300K = {"GB50": 2.3e-6, "GB05": 1.7e-6, "GB15": 1.6e-6, "GB14": 8.4e-8, "GB38": 8e-8, "GB35": 8e-8}
FASTEST, SLOWEST = ("GB50", "GB05", "GB15"), ("GB14", "GB38", "GB35")
CUSPS = ("S5(210)/[001] tilt", "S9(411)/[01-1] tilt", "S3(211)/[01-1] tilt", "S11(233)/[01-1] tilt", "S9(01-1) 38.94 twist", "S3(01-1) 70.53 twist")
TWIN = "GB17"
RANGE_300K, WIDTHS, RATIO, BULK_ENERGY = (8e-8, 2.3e-6), (10.9, 15.3), (1e3, 1e6), 0.48
ENERGIES = {"lowest": (0.1, 0.3), "highest": (0.2, 0.4)}
VACANCY, VACANCY_SPREAD, BULK_VACANCY = 0.39, 0.08, 0.40
ERRORS = (1e-9, 1e-7)


@dataclasses.dataclass
class Value:
    """A number with its standard error, NaN where that is not known; or an upper bound."""
    value: float
    error: float = math.nan
    bound: bool = False


def table(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def annealing_time():
    """How long the campaign anneals, ps."""
    anneal = yaml.safe_load((ITEMS.parent.parent / "campaign.yaml").read_text(encoding="utf-8"))["anneal"]
    return sum(float(anneal[stage].split()[0]) for stage in ("heating", "holding", "cooling"))


def number(text):
    return float(text) if text else math.nan


def diffusivity(text):
    """In cm^2/s, from a value with its unit; a data set writes whichever of its units keeps the last digit."""
    if not text:
        return math.nan
    value, unit = text.split()
    return float(value) * {"cm^2/s": 1, "m^2/s": 1e4}[unit]


def family(name):
    """The panel of a boundary, from a name such as S5(310)/[001] tilt or S5(001) 36.87 twist."""
    kind = "twist" if name.endswith("twist") else "tilt"
    axis = name.split("(")[1].split(")")[0] if kind == "twist" else name.split("[")[1].split("]")[0]
    return f"[{axis}] {kind}"


class DataSet:
    """A data set as 'limeso campaign collect' leaves it."""

    def __init__(self, directory):
        self.runs = table(directory / "runs.csv")
        self.structures = table(directory / "structures.csv")
        self.lines = table(directory / "arrhenius.csv")
        self.description = yaml.safe_load((directory / "dataset.yaml").read_text(encoding="utf-8"))
        self.names = {r["boundary"]: r["name"] for r in self.structures}
        self.diffusivities = {}
        self.widths = {}
        for row in table(directory / "boundaries.csv"):
            key = (row["boundary"], row["definition"], round(float(row["temperature"].split()[0])))
            bound = bool(row["upper_bound"])
            self.diffusivities[key] = Value(diffusivity(row["upper_bound"] or row["diffusivity"]), diffusivity(row["error"]), bound)
            if row["width"] and row["definition"] == "total":
                self.widths[key[0], key[2]] = Value(float(row["width"].split()[0]), number(row["width_error"].split()[0]) if row["width_error"] else math.nan)

    def diffusivity(self, boundary, temperature, definition="total"):
        return self.diffusivities.get((boundary, definition, temperature))

    def known(self, temperature, definition="total", of=None):
        """Diffusivities without bounds, by boundary."""
        found = {b: v for (b, d, t), v in self.diffusivities.items() if d == definition and t == temperature and not v.bound}
        return found if of is None else {b: found[b] for b in of if b in found}

    def bounds(self, temperature, definition="total"):
        return {b: v for (b, d, t), v in self.diffusivities.items() if d == definition and t == temperature and v.bound}

    def bulk(self, temperature):
        point = next(p for p in self.description["bulk"]["points"] if round(float(p["temperature"].split()[0])) == temperature)
        return Value(diffusivity(point["value"]), diffusivity(point["error"]))

    def line(self, what, temperatures, definition="total"):
        """The Arrhenius line of a boundary or mean over the three lowest or highest temperatures, or over what there is when they are three or fewer."""
        found = [r for r in self.lines if r["what"] == what and r["definition"] in (definition, "") and r["temperatures"] in (temperatures, "all")]
        return found[0] if found else None


class Item:
    """A finished item of the campaign, for curves that tables do not hold."""

    def __init__(self, boundary, name):
        with h5py.File(ITEMS / boundary / "results/items" / name / "item.h5", "r") as file:
            self.arrays = {key: file["arrays"][key][()] for key in file["arrays"]}
            self.numbers = {key: float(value) for key, value in file["numbers"].attrs.items()}

    @staticmethod
    def is_there(boundary, name):
        return (ITEMS / boundary / "results/items" / name / "item.h5").exists()


def mean(values):
    """Mean of values, with the error that theirs leave; not what differs between boundaries."""
    values = list(values)
    return Value(sum(v.value for v in values) / len(values), math.sqrt(sum(v.error**2 for v in values)) / len(values)) if values else None


def vacancies():
    """Formation energies of vacancies at boundaries (eV), as vacancies.sh left them: mean and standard deviation over atoms, and the bulk of the same cell, by boundary."""
    path = HERE / "vacancies.csv"
    return {r["boundary"]: (Value(float(r["mean_eV"]), float(r["standard_deviation_eV"])), float(r["bulk_eV"])) for r in table(path)} if path.exists() else {}


def twin():
    """The twin in cells of different widths, as twin.sh left it."""
    path = HERE / "twin.csv"
    return table(path) if path.exists() else []


def added_vacancies():
    """D at 300 K with a vacancy added to each boundary, by boundary: the data set that was collected from added-vacancies/campaign.yaml."""
    path = HERE / "added-vacancies.csv"
    return {r["boundary"]: Value(number(r["d_total"] or r["upper_bound"]), number(r["d_total_error"]), not r["d_total"]) for r in table(path)} if path.exists() else {}


def searches():
    """Boundaries that were searched, with the family that each belongs to."""
    return [{**r, "family": family(r["boundary"])} for r in table(SEARCHES) if not r["id"].startswith("exhaustive")]


def quenched():
    """D of boundaries that began as quenches, by boundary and temperature, and the boundary energy that each began with (J/m²)."""
    rows = table(HERE / "quenched.csv")
    known = {(r["boundary"], round(float(r["temperature_K"]))): Value(number(r["d_total"] or r["upper_bound"]), number(r["d_total_error"]), not r["d_total"]) for r in rows if r["d_total"] or r["upper_bound"]}
    return known, {r["boundary"]: float(r["boundary_energy_J_m2"]) for r in rows}


def published():
    """The reconstruction of the article's means: D by selection and temperature, with what is known of each value."""
    boundary = yaml.safe_load(PUBLISHED.read_text(encoding="utf-8"))["boundary"]
    return {name: {round(float(p["temperature"].split()[0])): (diffusivity(p["value"]), p["status"]) for p in boundary[name]["points"]} for name in ("mean", "slowest", "fastest")}
