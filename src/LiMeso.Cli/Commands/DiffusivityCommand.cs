using System.CommandLine;
using LiMeso.Cases.Files;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Direct;
using LiMeso.Cli.Terminal;
using LiMeso.Core.Input;
using LiMeso.Core.Registries;
using LiMeso.Core.Units;
using LiMeso.Transport;
using LiMeso.Transport.Data;
using LiMeso.Transport.Fractions;
using LiMeso.Transport.Models;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso diffusivity</c>: the effective diffusivity of a polycrystal.</summary>
internal static class DiffusivityCommand
{
    private const string DefaultModel = "hart";

    private static readonly Parameter _model = new("model", $"Polycrystal model; {DefaultModel} unless given.") { Names = () => PolycrystalModels.All.Names };
    private static readonly Parameter _bulk = Diffusivity("bulk", "Diffusivity in the grains.");
    private static readonly Parameter _boundary = Diffusivity("boundary", "Diffusivity in the grain boundaries.");
    private static readonly Parameter _tripleJunction = Diffusivity("triple-junction", $"Diffusivity in the triple junctions, for models that need it; {ChenSchuh.DefaultTripleJunctionFactor} times that of the boundaries unless given.");
    private static readonly Parameter _width = new("width", "Width of the grain boundaries.") { Kind = QuantityKind.Length with { Example = "12 A" }, MayBeZero = true };
    private static readonly Parameter _grainSize = new("grain-size", "Grain size.") { Kind = QuantityKind.Length with { Example = "150 um" } };
    private static readonly Parameter _fraction = new("fraction", "Grain-boundary fraction, instead of the model's own.") { Names = () => BoundaryFractions.All.Names };
    private static readonly Parameter _segregation = new("segregation", "Segregation factor C_boundary/C_grain; 1 unless given.") { Kind = QuantityKind.Number with { Example = "1" } };
    private static readonly Parameter _dataset = new("dataset", "Diffusivity data set, for all values that are not given.") { Names = () => new CasePaths(".", false).DataSetNames(), OtherOptionName = "--data-set" };
    private static readonly Parameter _temperature = new("temperature", "Temperature at which the data set is read.") { Kind = QuantityKind.Temperature };
    private static readonly Parameter _boundaries = new("boundaries", "Boundaries of the data set: mean (unless given), slowest, fastest, or one by its name.") { Names = () => BoundarySelection.Reserved };
    private static readonly Parameter _extrapolate = new("extrapolate", "Allow temperatures outside the data set's range.") { IsFlag = true };

    public static Command Create()
    {
        Dictionary<string, DiffusivitySet> sets = [];
        return DirectCommand.Create(
            new LimesoCommand("diffusivity", "What is the effective diffusivity of a polycrystal?")
            {
                Group = "Direct answers",
                Details = "Values come from the options, or from a data set at a temperature, or from both: an option goes before the data set. "
                    + "Keys of --json: effective_diffusivity_m2_s and more.",
                Examples =
                [
                    ("limeso diffusivity --model hart --bulk \"2.06e-11 cm^2/s\" --boundary \"5.27e-7 cm^2/s\" --width \"12 A\" --grain-size \"150 um\"", "values by hand"),
                    ("limeso diffusivity --dataset li-yoon-2023 --temperature \"300 K\" --model chen-schuh --grain-size \"1 um\" --json", "values from a data set, for scripts"),
                    ("limeso diffusivity --table grains.csv --dataset li-yoon-2023 --out answers.csv", "one polycrystal a row, with columns such as temperature, grain-size and model"),
                ],
            },
            [_model, _bulk, _boundary, _tripleJunction, _width, _grainSize, _fraction, _segregation, _dataset, _temperature, _boundaries, _extrapolate],
            question => Evaluate(question, sets));
    }

    private static Answer Evaluate(Question question, Dictionary<string, DiffusivitySet> sets)
    {
        IPolycrystalModel model = question.Member(_model, PolycrystalModels.All) ?? PolycrystalModels.All[DefaultModel];
        IBoundaryFraction? fraction = question.Member(_fraction, BoundaryFractions.All);
        TransportProperties? data = DataOf(question, sets);
        double boundary = data is null ? question.Quantity(_boundary) : question.OptionalQuantity(_boundary) ?? data.Boundary.Value;
        double grainSize = question.Quantity(_grainSize);
        double tripleJunctionFactor = data is null ? ChenSchuh.DefaultTripleJunctionFactor : data.TripleJunction.Value / data.Boundary.Value;
        var input = new PolycrystalInput
        {
            DBulk = data is null ? question.Quantity(_bulk) : question.OptionalQuantity(_bulk) ?? data.Bulk.Value,
            DBoundary = boundary,
            DTripleJunction = question.OptionalQuantity(_tripleJunction) ?? tripleJunctionFactor * boundary,
            Width = data is null ? question.Quantity(_width) : question.OptionalQuantity(_width) ?? data.Width.Value,
            GrainSize = grainSize,
            Segregation = question.OptionalQuantity(_segregation) ?? data?.Segregation.Value ?? 1,
        };
        PolycrystalResult result = Guarded(question, () => model.Evaluate(input, fraction));
        List<string> warnings = [.. result.Warnings];
        if (data is { Extrapolated: true }) warnings.Add("the data set is extrapolated beyond its temperatures.");
        return new Answer(
            [
                new("effective_diffusivity_m2_s", result.Diffusivity),
                new("model_used", null, result.Model),
                new("fraction_used", null, result.FractionName),
                new("boundary_volume_fraction", result.Fractions.Boundary),
                new("triple_junction_volume_fraction", result.Fractions.TripleJunction),
                new("bulk_m2_s", input.DBulk),
                new("boundary_m2_s", input.DBoundary),
                new("triple_junction_m2_s", model.NeedsTripleJunctions ? input.DTripleJunction : null),
                new("width_m", input.Width),
            ],
            () =>
            [
                ("effective diffusivity", $"{Quantities.Number(result.Diffusivity * 1e4)} cm^2/s  ({Quantities.Number(result.Diffusivity)} m^2/s)"),
                ("over that of the grains", Quantities.Number(result.Diffusivity / input.DBulk)),
                ("model", $"{result.Model}: {model.Formula}"),
                ("boundary fraction", $"{Quantities.Number(result.Fractions.Boundary)} ({result.FractionName})"),
                .. model.NeedsTripleJunctions
                    ? (IEnumerable<(string, string)>)[("triple junctions", $"fraction {Quantities.Number(result.Fractions.TripleJunction)}, {Quantities.Number(input.DTripleJunction!.Value * 1e4)} cm^2/s")]
                    : [],
                ("validity", model.Validity),
            ],
            warnings);
    }

    private static TransportProperties? DataOf(Question question, Dictionary<string, DiffusivitySet> sets)
    {
        if (question.Text(_dataset) is not { } name)
        {
            foreach (Parameter needless in (Parameter[])[_temperature, _boundaries, _extrapolate])
            {
                if (question.Has(needless)) throw question.Wrong(needless, $"'{needless.Name}' needs a data set", "Name one with --dataset.");
            }

            return null;
        }

        if (!sets.TryGetValue(name, out DiffusivitySet? set))
        {
            string directory = Directory.Exists(name) ? name : new CasePaths(".", outsidePaths: true).DataSet(name, new SourceLocation(_dataset.OptionName));
            sets[name] = set = DiffusivitySetReader.Read(directory, name);
        }

        double temperature = question.Quantity(_temperature);
        return Guarded(question, () => set.At(temperature, question.Text(_boundaries) ?? BoundarySelection.Mean, question.Flag(_extrapolate)));
    }

    // what the models refuse gets the place of the question
    private static T Guarded<T>(Question question, Func<T> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (TemperatureOutOfRangeException problem)
        {
            throw question.Wrong(_temperature, problem.Message, "Use --extrapolate, or another temperature.");
        }
        catch (Exception problem) when (problem is ModelNotApplicableException or UnknownNameException)
        {
            throw question.Wrong(problem.Message);
        }
    }

    private static Parameter Diffusivity(string name, string description) => new(name, description) { Kind = QuantityKind.Diffusivity with { Example = "5.27e-7 cm^2/s" } };
}
