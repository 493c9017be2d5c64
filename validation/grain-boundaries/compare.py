#!/usr/bin/env python3
"""Sets grain boundaries of our own beside every number that the article prints: results.md, results.csv, figures. Needs matplotlib, numpy, h5py, PyYAML.

Usage: python3 validation/grain-boundaries/compare.py [DATASET]    (a directory that 'limeso campaign collect' made; cases/datasets/li-limeso when left out)
       python3 validation/grain-boundaries/compare.py --gamma DIR      (before it, takes Fig. 1's surface from 'limeso gb search GB04 -o DIR')
       python3 validation/grain-boundaries/compare.py --vacancies DIR  (before it, takes what vacancies cost from 'validation/grain-boundaries/vacancies.sh DIR')
       python3 validation/grain-boundaries/compare.py --twin DIR       (before it, takes the twin in narrow and wide cells from 'validation/grain-boundaries/twin.sh DIR')
"""
import argparse
import csv
import json
import math
import pathlib
import statistics

import h5py

import figures
import sources
from sources import Value

TRACKED = ("GB04", 350)
UNITS = "cm²/s"


def text(v, digits=2):
    """A value with its error, to the digits that the error leaves; a bound as one."""
    if v is None:
        return ""
    if v.bound:
        return f"< {v.value:.{digits}g}"
    if math.isnan(v.error) or v.error == 0:
        return f"{v.value:.{digits + 1}g}"
    if 0.01 <= abs(v.value) < 1e4:
        places = max(0, 1 - math.floor(math.log10(v.error)) if v.error < 3 * 10 ** math.floor(math.log10(v.error)) else -math.floor(math.log10(v.error)))
        return f"{v.value:.{places}f} ± {v.error:.{places}f}"
    power = math.floor(math.log10(abs(v.value)))
    mantissa, error = v.value / 10**power, v.error / 10**power
    places = max(0, 1 - math.floor(math.log10(error)))
    return f"({mantissa:.{places}f} ± {error:.{places}f})e{power}"


def interval(low, high):
    return f"{low:.3g} to {high:.3g}"


class Claims:
    """Rows of the comparison: where printed, what, printed, here, verdict, remark."""

    HEADING = ("printed in", "what", "printed", "here", "verdict", "remark")

    def __init__(self):
        self.rows = []

    def add(self, place, what, printed, here, verdict, remark=""):
        self.rows.append((place, what, printed, here, verdict, remark))

    def number(self, place, what, printed, here, remark="", inferred=False):
        """A printed number against one of ours: agreement is two standard errors; else the factor is told."""
        shown = f"{printed:.3g}{' (inferred)' if inferred else ''}"
        if here is None:
            self.add(place, what, shown, "", "not computed", remark)
        elif here.bound:
            self.add(place, what, shown, text(here), "agrees (bound)" if printed < here.value else "differs", remark)
        else:
            agrees = abs(here.value - printed) <= 2 * here.error
            self.add(place, what, shown, text(here), "agrees" if agrees else f"differs, {here.value / printed:.2g} times", remark)

    def within(self, place, what, limits, values, remark=""):
        """Values that should lie in a printed range, by what they are of; 'agrees' when all do within two standard errors."""
        shown = interval(*limits)
        if not values:
            self.add(place, what, shown, "", "not computed", remark)
            return
        inside = [k for k, v in values.items() if limits[0] - 2 * (0 if math.isnan(v.error) else v.error) <= v.value <= limits[1] + 2 * (0 if math.isnan(v.error) else v.error)]
        low, high = min(values.values(), key=lambda v: v.value), max(values.values(), key=lambda v: v.value)
        here = text(low) if len(values) == 1 else f"{text(low)} to {text(high)}"
        verdict = "agrees" if len(inside) == len(values) else f"{len(inside)} of {len(values)} agree"
        self.add(place, what, shown, here, verdict, remark)


def diffusivities(claims, data):
    at300 = data.known(300)
    for boundary, printed in sources.PRINTED_300K.items():
        claims.number("text to Fig. 6", f"D of {boundary} {data.names.get(boundary, '')}, 300 K ({UNITS})", printed, data.diffusivity(boundary, 300))
    for name, group in (("fastest", sources.FASTEST), ("slowest", sources.SLOWEST)):
        printed = sum(sources.PRINTED_300K[b] for b in group) / len(group)
        known = data.known(300, of=group)
        claims.number("Fig. 6a", f"mean D of the article's three {name}, 300 K ({UNITS})", printed, sources.mean(known.values()) if len(known) == len(group) else None,
                      "" if len(known) == len(group) else f"known of {', '.join(known) or 'none'} only")
    known = data.known(300, of=sources.PRINTED_300K)
    if known:
        printed = sum(sources.PRINTED_300K[b] for b in known) / len(known)
        claims.number("text to Fig. 6", f"mean D of the named boundaries that are known here ({len(known)} of 6), 300 K ({UNITS})", printed, sources.mean(known.values()))
    if at300:
        twin = data.diffusivity(sources.TWIN, 300)
        if twin is not None and twin.bound:
            least = max(sources.PRINTED_300K[b] for b in sources.SLOWEST)
            claims.add("text to Fig. 6", f"D of {sources.TWIN} {data.names[sources.TWIN]}, 300 K ({UNITS})", f"> {least:.3g}, as it is none of the three slowest", text(twin), "differs" if twin.value < least else "undecided", "no boundary is found here; atoms where it was at rest")
        bounds = data.bounds(300)
        claims.within("text to Fig. 6", f"D of single boundaries, 300 K ({UNITS})", sources.RANGE_300K, at300, f"{len(at300)} boundaries here and {len(bounds)} below a bound; 55 there")
        atmost = (sum(v.value for v in at300.values()) + sum(v.value for v in bounds.values())) / (len(at300) + len(bounds))
        below = f"; with {len(bounds)} bounds as values {atmost:.2g}" if bounds else ""
        claims.number("Fig. 6, from effective diffusivities", f"mean D over boundaries, 300 K ({UNITS})", 5.27e-7, sources.mean(at300.values()), f"{len(at300)} boundaries here{below}; 55 there", inferred=True)
        spread(claims, at300, bounds)
        directions = {b: max(p) / min(p) for b in at300 if all(p := [d.value if (d := data.diffusivity(b, 300, axis)) else 0 for axis in "xz"])}
        if directions:
            claims.add("text to Fig. 6", "faster over slower direction in the plane, 300 K, mean over boundaries", "< 3", f"{sum(directions.values()) / len(directions):.2f}, at most {max(directions.values()):.2f}",
                       "agrees" if sum(directions.values()) / len(directions) < 3 else "differs", "")
    for t in sources.TEMPERATURES:
        bulk = data.bulk(t)
        ratios = {b: Value(v.value / bulk.value, v.value / bulk.value * math.hypot(v.error / v.value, bulk.error / bulk.value)) for b, v in data.known(t).items()}
        claims.within("Abstract, text to Fig. 5", f"boundary over bulk D, {t} K", sources.RATIO, ratios, f"{len(ratios)} boundaries" if ratios else "")
        errors = {b: Value(v.error) for b, v in data.known(t).items() if not math.isnan(v.error)}
        claims.within("Fig. 5", f"error bars of D, {t} K ({UNITS})", sources.ERRORS, errors, "there the standard deviation of three runs, here of one run and its two boundaries" if errors else "")
    gaps = [(t, sources.mean(k.values()).value / data.bulk(t).value) for t in sources.TEMPERATURES if (k := data.known(t))]
    if len(gaps) > 1:
        claims.add("text to Fig. 6", "mean boundary over bulk D with temperature", "falls", ", ".join(f"{t} K {g:.0f}" for t, g in gaps), "agrees" if all(a[1] > b[1] for a, b in zip(gaps, gaps[1:])) else "differs")


def spread(claims, known, bounds):
    """Fastest over slowest boundary; where the slowest has a bound alone, the ratio is at least so large."""
    fastest = max(known.values(), key=lambda v: v.value)
    slowest = min([*known.values(), *bounds.values()], key=lambda v: v.value)
    ratio = fastest.value / slowest.value
    here = f"> {ratio:.2g}" if slowest.bound else text(Value(ratio, ratio * math.hypot(fastest.error / fastest.value, slowest.error / slowest.value)))
    claims.add("text to Fig. 6", "fastest over slowest boundary, 300 K", "an order of magnitude; 29 by the values named", here, "agrees" if ratio >= 10 else "undecided" if slowest.bound else "differs", "")


def activation(claims, data):
    for temperatures, words in (("lowest", "three lowest temperatures"), ("highest", "three highest temperatures")):
        lines = {b: line for b in data.names if (line := data.line(b, temperatures))}
        fits = {b: Value(float(line["activation_energy_eV"]), float(line["activation_energy_error_eV"] or "nan")) for b, line in lines.items()}
        fewer = [b for b, line in lines.items() if int(line["points"]) < 3]
        remark = f"{len(fits)} boundaries" + (f", {len(fewer)} of them from two temperatures" if fewer else "")
        claims.within("text to Fig. 5", f"activation energy of boundaries, {words} (eV)", sources.ENERGIES[temperatures], fits, remark if fits else "")
    line = data.line("bulk", "lowest", "")
    if line:
        claims.number("text to Fig. 5", "activation energy of the bulk (eV)", sources.BULK_ENERGY, Value(float(line["activation_energy_eV"]), float(line["activation_energy_error_eV"] or "nan")), "three lowest temperatures")


def premelting(claims, data):
    """Order of the boundaries by their pair distribution and centrosymmetry, of every finished run."""
    melted, ratio, disorder = {}, {}, {}
    for row in data.runs:
        boundary, temperature = row["boundary"], round(float(row["temperature_K"]))
        name = f"{temperature}K-seed{row['seed']}"
        if row["motion"] == "NoBoundary" or not sources.Item.is_there(boundary, name):
            continue
        n = sources.Item(boundary, name).numbers
        melted.setdefault(temperature, []).append(100 * n["order.melted"])
        disorder.setdefault(temperature, []).append(n["order.boundary_centrosymmetry_A2"])
        ratio.setdefault(temperature, []).append(n["order.boundary_centrosymmetry_A2"] / n["order.far_centrosymmetry_A2"])
    if 400 in melted:
        shown = ", ".join(f"{t} K {sum(v) / len(v):.0f} %" for t, v in sorted(melted.items()))
        claims.add("text to Fig. 5", "pair distribution in boundaries at 400 K", "liquid-like", f"on the way from crystal to melt: {shown}", "agrees" if min(melted[400]) > 80 else "differs", "mean over boundaries; 100 % is lithium at 550 K")
    if ratio:
        shown = ", ".join(f"{t} K {sum(v) / len(v):.2f}" for t, v in sorted(ratio.items()))
        above = all(min(v) > 1 for v in ratio.values())
        claims.add("text to Fig. 5", "centrosymmetry in boundaries over that in the bulk", "> 1", shown, "agrees" if above else "differs", "mean over boundaries")
    spreads = {t: statistics.stdev(v) for t, v in sorted(disorder.items()) if len(v) > 2}
    if len(spreads) > 1:
        first, *_, last = spreads.values()
        claims.add("text to Fig. 5", "centrosymmetry of different boundaries with temperature (Å²)", "converges", ", ".join(f"{t} K ± {s:.2f}" for t, s in spreads.items()), "agrees" if last < first else "differs", "standard deviation over boundaries")


def vacancies(claims, data):
    found = sources.vacancies()
    if found:
        mean = sum(v.value for v, _ in found.values()) / len(found)
        spread = math.sqrt(sum(v.error**2 + (v.value - mean) ** 2 for v, _ in found.values()) / len(found))
        bulk = sum(b for _, b in found.values()) / len(found)
        # boundaries differ by more than sites are uncertain
        error = math.sqrt(sum((v.value - mean) ** 2 for v, _ in found.values()) / (len(found) * max(1, len(found) - 1)))
        near = abs(mean - sources.VACANCY) <= 2 * error
        claims.add("text to Fig. 5", "formation energy of a vacancy at boundaries, mean ± standard deviation over atoms (eV)", f"{sources.VACANCY} ± {sources.VACANCY_SPREAD}", f"{mean:.3f} ± {spread:.3f}", "agrees" if near else "differs",
                   f"mean of {len(found)} boundaries uncertain by {error:.3f}; by boundary {min(v.value for v, _ in found.values()):.3f} to {max(v.value for v, _ in found.values()):.3f}")
        claims.add("text to Fig. 5", "formation energy of a vacancy in the bulk (eV)", f"{sources.BULK_VACANCY:.2f}", f"{bulk:.3f}", "agrees" if abs(bulk - sources.BULK_VACANCY) < 0.01 else "differs", "far from the boundaries of the same cells")
    both = {b: (v, data.diffusivity(b, 300)) for b, v in sources.added_vacancies().items() if data.diffusivity(b, 300)}
    if both:
        same = [b for b, (v, w) in both.items() if v.bound or w.bound or abs(v.value - w.value) <= 2 * math.hypot(v.error, w.error)]
        claims.add("text to Fig. 5", f"D with a vacancy added to the boundary, 300 K ({UNITS})", "essentially identical", "; ".join(f"{b} {text(v)}, without {text(w)}" for b, (v, w) in both.items()),
                   "agrees" if len(same) == len(both) else f"{len(same)} of {len(both)} agree", "6 boundaries there")


def widths(claims, data):
    for t in sources.TEMPERATURES:
        known = {b: w for (b, at), w in data.widths.items() if at == t}
        claims.within("Methods, Table S5", f"width, mean over boundaries, {t} K (Å)", sources.WIDTHS, {"mean": sources.mean(known.values())} if known else {},
                      f"{len(known)} boundaries, {interval(min(w.value for w in known.values()), max(w.value for w in known.values()))} Å" if known else "")


def cusps(claims):
    """A cusp lies below the searched boundaries next to it in its family, by all lengths relaxed as in the article."""
    rows = sources.searches()
    for name in sources.CUSPS:
        row = next((r for r in rows if r["boundary"] == name), None)
        if row is None or not row["energy-full"]:
            claims.add("text to Fig. 4", f"cusp at {name}", "yes", "", "not computed")
            continue
        order = sorted((r for r in rows if r["family"] == row["family"] and r["energy-full"]), key=lambda r: float(r["angle"]))
        at = order.index(row)
        near = [order[k] for k in (at - 1, at + 1) if 0 <= k < len(order)]
        lower = [r for r in near if float(row["energy-full"]) < float(r["energy-full"])]
        beside = ", ".join(f'{1e3 * float(r["energy-full"]):.1f} at {float(r["angle"]):.1f}°' for r in near)
        claims.add("text to Fig. 4", f"cusp at {name} (mJ/m²)", "yes", f'{1e3 * float(row["energy-full"]):.1f}; beside it {beside}', "agrees" if len(lower) == len(near) else "differs")


def models(claims):
    """How many structures were searched, translations times thresholds."""
    counts = [int(r["models"]) for r in sources.searches()]
    limits = (min(counts), max(counts))
    claims.add("Methods", "structures that a search looks at", "1088 to 4352", f"{limits[0]} to {limits[1]}", "agrees" if limits == (1088, 4352) else "differs")
    claims.add("Methods", "structures in all", "162112", f"{sum(counts)}", "differs", f"{len(counts)} boundaries here, 55 there")


def annealing(claims, data):
    both = {r["boundary"]: (float(r["energy_relaxed_J_m2"]), float(r["energy_annealed_J_m2"])) for r in data.structures}
    if both:
        here = "; ".join(f"{b} {1e3 * before:.0f} and {1e3 * after:.0f}" for b, (before, after) in both.items())
        claims.add("text to Fig. 4", "energy of the searched structure and after annealing (mJ/m²)", "only slightly smaller after", here, "differs" if any(after > 1.02 * before for before, after in both.values()) else "agrees",
                   f"annealed here for {sources.annealing_time():.0f} ps, there for 15 ns")


def starts(data):
    """The same boundaries begun as quenches: built without a shift, annealed for 90 ps."""
    values, energies = sources.quenched()
    searched = {r["boundary"]: float(r["energy_relaxed_J_m2" if r["begins_from"] == "before_annealing" else "energy_annealed_J_m2"]) for r in data.structures}
    lines = ["| boundary | energy, quench and here (J/m²) | " + " | ".join(f"*D* {t} K, quench | here" for t in sources.TEMPERATURES) + " |", "|" + "---|" * (2 + 2 * len(sources.TEMPERATURES))]
    for boundary in (b for b in data.names if b in energies and b in searched):
        cells = [c for t in sources.TEMPERATURES for c in (text(values.get((boundary, t))), text(data.diffusivity(boundary, t)))]
        lines.append(f"| {boundary} {data.names[boundary]} | {energies[boundary]:.3f}, {searched[boundary]:.3f} | " + " | ".join(cells) + " |")
    return lines


def narrow_twin():
    lines = ["| least width (Å) | atoms | temperature (K) | *x* (Å²) | *y* (Å²) | *z* (Å²) | *D* below (cm²/s) | control (cm²/s) |", "|" + "---|" * 8]
    for r in sources.twin():
        control = Value(float(r["control_cm2_s"]), float(r["control_error_cm2_s"]))
        lines.append(f"| {r['min_width_A']} | {r['atoms']} | {r['temperature_K']} | {r['growth_x_A2']} | {r['growth_y_A2']} | {r['growth_z_A2']} | {float(r['upper_bound_cm2_s']):.2g} | {text(control)} |")
    return lines


def own_checks(data):
    """What the runs say of their own errors: the two boundaries of a cell are equal by construction."""
    squares, told, exponents, melted = [], [], {}, {}
    for row in data.runs:
        boundary, temperature = row["boundary"], round(float(row["temperature_K"]))
        name = f"{temperature}K-seed{row['seed']}"
        if row["motion"] != "Diffusive" or not sources.Item.is_there(boundary, name):
            continue
        n = sources.Item(boundary, name).numbers
        first, second = n["diffusivity_cm2_s.first"], n["diffusivity_cm2_s.second"]
        squares.append(((first - second) / (first + second)) ** 2)
        told.append((n["diffusivity_error_cm2_s.total"] / n["diffusivity_cm2_s.total"]) ** 2)
        exponents.setdefault(temperature, []).append(n["growth_exponent"])
        melted.setdefault(temperature, []).append(100 * n["order.melted"])
    if not squares:
        return []
    spread, error = (math.sqrt(sum(v) / len(v)) for v in (squares, told))
    lines = [f"The two boundaries of a cell are equal by construction. In {len(squares)} runs they differ so that the mean of two is uncertain by {100 * spread:.0f} % (root mean square); blocks of time tell {100 * error:.0f} %."]
    for words, group, shown in (("Exponent of the growth of displacements in time within the line, 1 for diffusion", exponents, "{:.2f}"), ("How far boundaries are from the crystal to the melt by their pair distribution, %", melted, "{:.0f}")):
        lines.append(f"{words}: " + ", ".join(f"{t} K {shown.format(min(v))} to {shown.format(max(v))}" for t, v in sorted(group.items())) + ".")
    return lines + equilibration(data)


def equilibration(data):
    """Block averages of the potential energy: whether equilibration was long enough, and which boundaries still change while they are followed."""
    apart, scatter, changing = [], [], []
    for row in data.runs:
        boundary, name = row["boundary"], f"{round(float(row['temperature_K']))}K-seed{row['seed']}"
        if not sources.Item.is_there(boundary, name):
            continue
        item = sources.Item(boundary, name)
        energy, followed = 1e3 * item.arrays["blocks.energy"], item.arrays["blocks.followed"] != 0
        before, after = energy[~followed], energy[followed]
        apart.append(before[len(before) // 2:].mean() - after.mean())
        scatter.append(after.std(ddof=1))
        drift, error = (1e3 * item.numbers[key] for key in ("energy_drift_eV", "energy_drift_error_eV"))
        if abs(drift) > 3 * error:
            changing.append(f"{boundary} at {row['temperature_K']} K by {drift:.2f} ± {error:.2f}")
    rms = [math.sqrt(sum(v * v for v in values) / len(values)) for values in (apart, scatter)]
    changes = f"It changed by more than three standard errors from the first half of that time to the second in {len(changing)} of {len(apart)} runs" + (f" (meV an atom): {', '.join(changing)}." if changing else ".")
    return [f"Potential energy in the second half of equilibration against the time in which atoms were followed: {rms[0]:.2f} meV an atom apart (root mean square), where blocks of 5 ps scatter by {rms[1]:.2f} meV. {changes}"]


def diffusivity_table(data):
    lines = ["| boundary | " + " | ".join(f"*D* {t} K" for t in sources.TEMPERATURES) + " | *E*, three lowest (eV) | *E*, three highest (eV) | " + " | ".join(f"width {t} K (Å)" for t in sources.TEMPERATURES) + " |"]
    lines.append("|" + "---|" * (3 + 2 * len(sources.TEMPERATURES)))
    ran = {(r["boundary"], round(float(r["temperature_K"]))): r["motion"] for r in data.runs}
    for boundary, name in data.names.items():
        cells = []
        for t in sources.TEMPERATURES:
            found = "no boundary found" if ran.get((boundary, t)) == "NoBoundary" else ""
            cells.append(", ".join(filter(None, (found, text(data.diffusivity(boundary, t))))))
        for which in ("lowest", "highest"):
            line = data.line(boundary, which)
            points = int(line["points"]) if line else 0
            cells.append(f'{text(Value(float(line["activation_energy_eV"]), float(line["activation_energy_error_eV"] or "nan")))}{" (2 points)" if points == 2 else ""}' if line else "")
        cells += [text(data.widths.get((boundary, t))) for t in sources.TEMPERATURES]
        lines.append(f"| {boundary} {name} | " + " | ".join(cells) + " |")
    counts = [data.known(t) for t in sources.TEMPERATURES]
    cells = [f"{text(sources.mean(c.values()))} of {len(c)}" if c else "" for c in counts]
    lines.append("| mean | " + " | ".join(cells + [""] * (2 + len(sources.TEMPERATURES))) + " |")
    for words, choose in (("three slowest", lambda v: v[:3]), ("three fastest", lambda v: v[-3:])):
        cells = [text(sources.mean(choose(sorted(c.values(), key=lambda v: v.value)))) if len(c) >= 3 else "" for c in counts]
        lines.append(f"| {words} at each temperature | " + " | ".join(cells + [""] * (2 + len(sources.TEMPERATURES))) + " |")
    lines.append("| bulk | " + " | ".join([text(data.bulk(t)) for t in sources.TEMPERATURES] + [""] * (2 + len(sources.TEMPERATURES))) + " |")
    return lines


def write(claims, data, directory):
    with open(sources.HERE / "results.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([Claims.HEADING, *claims.rows])
    verdicts = [row[4] for row in claims.rows]
    agree, missing = sum(v.startswith("agrees") for v in verdicts), verdicts.count("not computed")
    lines = [
        "# Grain boundaries of our own against the article", "",
        f"Made by `compare.py` from the data set `{directory.name}`: {data.description['sources'][0]['citation']}.", "",
        f"{len(verdicts)} printed statements: {agree} agree, {len(verdicts) - agree - missing} differ, agree in part or are undecided, {missing} are not computed. A number agrees within two standard errors, a range if all values lie in it so.", "",
        "| " + " | ".join(Claims.HEADING) + " |", "|" + "---|" * len(Claims.HEADING),
        *("| " + " | ".join(row) + " |" for row in claims.rows), "",
        "## Every boundary", "", f"*D* = MSD/6*t* in {UNITS}; '<' is an upper bound, which goes into no mean and no line.", "", *diffusivity_table(data), "",
        "## Where a boundary begins", "", f"*D* in {UNITS} of boundaries that were built without a shift and annealed for 90 ps, from `quenched.csv`, beside those of the data set, which begin from the lowest structure of a search or of annealing.", "", *starts(data), "",
        "## The twin in a narrow cell", "", "The coherent twin without annealing, from `twin.csv`: what its close-packed rows, along *x*, do in cells of two widths. Growth of the mean squared displacement from 6 to 32 ps, by direction, of atoms within 6 Å of where the twin was at rest, relative to their layers; control: *D* far from there.", "", *narrow_twin(), "",
        "## What the runs say of themselves", "", *(f"- {line}" for line in own_checks(data)),
    ]
    (sources.HERE / "results.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def keep_gamma(directory):
    with h5py.File(directory / "data.h5", "r") as file:
        x, z, energy = (file["arrays"][f"gamma.{key}"][()] for key in ("x", "z", "energy"))
    with open(sources.HERE / "gamma-s5-310.csv", "w", newline="", encoding="utf-8") as out:
        out.write("# Lowest energy over all thresholds at each shift of one grain, S5(310)/[001] tilt (GB04), length across relaxed\n")
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["shift_x_A", "shift_z_A", "energy_J_m2"])
        rows.writerows([f"{a:.4f}", f"{b:.4f}", f"{energy[j, i]:.5f}"] for j, b in enumerate(z) for i, a in enumerate(x))


def keep_vacancies(directory):
    with open(sources.HERE / "vacancies.csv", "w", newline="", encoding="utf-8") as out:
        out.write("# Formation energies of vacancies within 6 A of boundaries in the lowest structure of a search, and in the bulk of the same cells: vacancies.sh\n")
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["boundary", "sites", "atoms", "mean_eV", "standard_deviation_eV", "lowest_eV", "highest_eV", "bulk_eV"])
        for record in sorted(directory.glob("GB*/run.json")):
            run = json.loads(record.read_text(encoding="utf-8"))
            if run["status"] != "finished":
                continue
            here, bulk = run["formation_energy_eV"]["boundary"], run["formation_energy_eV"]["bulk"]
            rows.writerow([record.parent.name, round(here["sites"]), round(here["atoms"]), *(f"{here[key]:.4f}" for key in ("mean", "deviation", "lowest", "highest")), f"{bulk['mean']:.4f}"])


def keep_twin(directory):
    with open(sources.HERE / "twin.csv", "w", newline="", encoding="utf-8") as out:
        out.write("# The coherent twin S3(211) (GB17) followed in cells of different least widths: twin.sh. Growth of the mean squared displacement from 6 to 32 ps along each direction, of atoms within 6 A of where the twin was at rest, relative to their layers\n")
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["min_width_A", "atoms", "temperature_K", "growth_x_A2", "growth_y_A2", "growth_z_A2", "upper_bound_cm2_s", "control_cm2_s", "control_error_cm2_s"])
        for width in sorted(int(run.parent.name) for run in directory.glob("*/data.h5")):
            with h5py.File(directory / f"{width}/data.h5", "r") as file:
                numbers, arrays = file["numbers"].attrs, file["arrays"]
                for temperature in (250, 400):
                    run = f"{temperature}_K.seed_1"
                    if (motion := file["texts"].attrs[f"{run}.motion"]) != "NoBoundary":
                        raise SystemExit(f"{directory / str(width)}: at {temperature} K a boundary was followed ('{motion}'): its displacements are not those of the place at rest")
                    lag = arrays[f"{run}.displacement.lag"][()]
                    growth = [float(arrays[f"{run}.displacement.{axis}"][lag.searchsorted(31.9)] - arrays[f"{run}.displacement.{axis}"][lag.searchsorted(5.9)]) for axis in "xyz"]
                    of = [float(numbers[f"{run}.{name}"]) for name in ("upper_bound_cm2_s", "diffusivity_cm2_s.control", "diffusivity_error_cm2_s.control")]
                    rows.writerow([width, round(float(numbers["atoms"])), temperature, *(f"{g:.3f}" for g in growth), *(f"{v:.3g}" for v in of)])


def main():
    parser = argparse.ArgumentParser(description="Sets grain boundaries of our own beside every number that the article prints.")
    parser.add_argument("dataset", nargs="?", type=pathlib.Path, default=sources.ROOT / "cases/datasets/li-limeso", help="a directory that 'limeso campaign collect' made")
    parser.add_argument("--gamma", type=pathlib.Path, help="results of 'limeso gb search GB04', for the figure of the gamma surface")
    parser.add_argument("--vacancies", type=pathlib.Path, help="results of vacancies.sh")
    parser.add_argument("--twin", type=pathlib.Path, help="results of twin.sh")
    given = parser.parse_args()
    if given.gamma:
        keep_gamma(given.gamma)
    if given.vacancies:
        keep_vacancies(given.vacancies)
    if given.twin:
        keep_twin(given.twin)
    data, claims = sources.DataSet(given.dataset), Claims()
    diffusivities(claims, data)
    activation(claims, data)
    premelting(claims, data)
    vacancies(claims, data)
    widths(claims, data)
    models(claims)
    annealing(claims, data)
    cusps(claims)
    write(claims, data, given.dataset)
    figures.gamma_surface()
    figures.tracking(*TRACKED)
    figures.energies(data)
    figures.arrhenius(data)
    figures.means(data)


if __name__ == "__main__":
    main()
