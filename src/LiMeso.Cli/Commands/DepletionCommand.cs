using System.CommandLine;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Direct;
using LiMeso.Cli.Terminal;
using LiMeso.Core;
using LiMeso.Core.Units;
using LiMeso.Depletion;
using static LiMeso.Core.Units.QuantityKind;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso depletion</c>: the analytic depletion time of a foil stripped at constant current.</summary>
internal static class DepletionCommand
{
    private static readonly Parameter _current = Parameter.Of(CurrentDensity, "current", "Stripping current density.");
    private static readonly Parameter _thickness = Parameter.Of(Length, "thickness", "Thickness of the foil.");
    private static readonly Parameter _diffusivity = Parameter.Of(Diffusivity, "diffusivity", "Self-diffusivity of the foil.");
    private static readonly Parameter _concentration = Parameter.Of(Concentration, "concentration", "Lithium concentration of the undepleted foil.");

    private static readonly Parameter _lattice =
        Parameter.Of(Length with { Example = "3.4876 A" }, "lattice-constant", "Cubic lattice constant of bcc lithium, instead of a concentration; 3.4876 A when neither is given.");

    private static readonly Parameter _density = Parameter.Of(QuantityKind.Density, "density", "Mass density, instead of a concentration.");
    private static readonly Parameter _molarMass = Parameter.Of(MolarMass, "molar-mass", "Molar mass, used with the density; 6.94 g/mol unless given.");

    public static Command Create() => DirectCommand.Create(
        new LimesoCommand("depletion", "When does a foil stripped at constant current run empty at the electrolyte? (analytic)")
        {
            Group = "Direct answers",
            Details = "Solves one-dimensional diffusion in a foil that is stripped on one side and sealed on the other, and finds the time at which the "
                + "concentration at the electrolyte reaches zero. Keys of --json: depletion_time_s, capacity_mAh_cm2, utilisation, Lambda and more.",
            Examples =
            [
                ("limeso depletion --current \"0.1 mA/cm^2\" --thickness \"120 um\" --diffusivity \"2.9e-11 cm^2/s\"", "one foil"),
                ("limeso depletion --current \"3 mA/cm^2\" --thickness \"25 um\" --diffusivity \"1e-9 cm^2/s\" --json", "for scripts"),
                ("limeso depletion --table foils.csv --thickness \"40 um\" --out answers.csv", "one foil a row, with columns current and diffusivity"),
            ],
        },
        [_current, _thickness, _diffusivity, _concentration, _lattice, _density, _molarMass],
        Solve);

    private static Answer Solve(Question question)
    {
        double current = question.Quantity(_current), thickness = question.Quantity(_thickness), diffusivity = question.Quantity(_diffusivity);
        (double concentration, string origin) = InitialConcentrationOf(question);
        StrippingSolution solution;
        try
        {
            solution = new StrippingProblem(current, thickness, diffusivity, concentration).Solve();
        }
        catch (ArgumentOutOfRangeException problem)
        {
            throw question.Wrong($"no solution within double precision ({problem.Message})", "Are the values as meant?");
        }

        return new Answer(
            [
                new("depletion_time_s", solution.DepletionTime),
                new("capacity_mAh_cm2", solution.CapacityInMilliampHourPerSquareCentimetre),
                new("utilisation", solution.Utilisation),
                new("Lambda", solution.Lambda),
                new("regime", null, RegimeName(solution.Regime)),
                new("semi_infinite_time_s", solution.SemiInfiniteTime),
                new("thin_film_time_s", solution.ThinFilmTime > 0 ? solution.ThinFilmTime : null),
                new("initial_concentration_mol_m3", concentration),
            ],
            () =>
            [
                ("depletion time", Quantities.Time(solution.DepletionTime)),
                ("capacity", $"{Quantities.Number(solution.CapacityInMilliampHourPerSquareCentimetre)} mAh/cm^2"),
                ("utilisation", $"{Quantities.Number(100 * solution.Utilisation)} % of the foil's lithium"),
                ("Lambda", $"{Quantities.Number(solution.Lambda)} ({RegimeInWords(solution.Regime)})"),
                ("C0", $"{Quantities.Number(concentration)} mol/m^3 ({origin})"),
            ],
            []);
    }

    private static (double Value, string Origin) InitialConcentrationOf(Question question)
    {
        Parameter[] given = [.. new[] { _concentration, _lattice, _density }.Where(question.Has)];
        if (given.Length > 1)
            throw question.Wrong(given[1], $"cannot go together with '{given[0].Name}'", "Give one of concentration, lattice-constant and density.");
        if (question.Has(_molarMass) && !question.Has(_density)) throw question.Wrong(_molarMass, "a molar mass needs a density");
        if (question.OptionalQuantity(_concentration) is { } value) return (value, "as given");
        if (question.OptionalQuantity(_density) is { } density)
        {
            double molarMass = question.OptionalQuantity(_molarMass) ?? PhysicalConstants.LithiumMolarMass;
            return (InitialConcentration.FromDensity(density, molarMass), "density over molar mass");
        }

        if (question.OptionalQuantity(_lattice) is { } lattice) return (InitialConcentration.FromBccLatticeConstant(lattice), "bcc, two atoms per cell");
        const double Assumed = InitialConcentration.MeamLatticeConstantAtZeroKelvin;
        return (InitialConcentration.FromBccLatticeConstant(Assumed), $"not given: bcc lithium of the 2NN-MEAM potential at T = 0, {Length.Format(Assumed, "A", 5)}");
    }

    private static string RegimeName(DepletionRegime regime) => regime switch
    {
        DepletionRegime.SemiInfinite => "semi-infinite",
        DepletionRegime.ThinFilm => "thin-film",
        _ => "intermediate",
    };

    private static string RegimeInWords(DepletionRegime regime) => regime switch
    {
        DepletionRegime.SemiInfinite => "a thicker foil would give no more",
        DepletionRegime.ThinFilm => "limited by the foil's lithium",
        _ => "limited by diffusion and by the foil's lithium",
    };
}
