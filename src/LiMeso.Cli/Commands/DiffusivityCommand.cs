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

    private static readonly QuantityKind _boundaryDiffusivity = QuantityKind.Diffusivity with { Example = "5.27e-7 cm^2/s" };

    private static readonly Parameter _model = Parameter.Named("model", $"Polycrystal model; {DefaultModel} unless given.", () => PolycrystalModels.All.Names);
    private static readonly Parameter _bulk = Parameter.Of(QuantityKind.Diffusivity, "bulk", "Diffusivity in the grains.");
    private static readonly Parameter _boundary = Parameter.Of(_boundaryDiffusivity, "boundary", "Diffusivity in the grain boundaries.");

    private static readonly Parameter _tripleJunction = Parameter.Of(_boundaryDiffusivity with { Example = "5.27e-5 cm^2/s" }, "triple-junction",
        $"Diffusivity in the triple junctions, for models that need it; {ChenSchuh.DefaultTripleJunctionFactor} times that of the boundaries unless given.");

    private static readonly Parameter _width =
        Parameter.Of(QuantityKind.Length with { Example = "12 A" }, "width", "Width of the grain boundaries.") with { MayBeZero = true };

    private static readonly Parameter _grainSize = Parameter.Of(QuantityKind.Length with { Example = "150 um" }, "grain-size", "Grain size.");
    private static readonly Parameter _fraction = Parameter.Named("fraction", "Grain-boundary fraction, instead of the model's own.", () => BoundaryFractions.All.Names);

    private static readonly Parameter _segregation =
        Parameter.Of(QuantityKind.Number with { Example = "1" }, "segregation", "Segregation factor C_boundary/C_grain; 1 unless given.");

    private static readonly Parameter _dataset =
        Parameter.Named("dataset", "Diffusivity data set, for all values that are not given.", () => new CasePaths(".", outsidePaths: false).DataSetNames()) with
        {
            OtherOptionName = "--data-set",
        };

    private static readonly Parameter _temperature = Parameter.Of(QuantityKind.Temperature, "temperature", "Temperature at which the data set is read.");

    private static readonly Parameter _boundaries =
        Parameter.Named("boundaries", "Boundaries of the data set: mean (unless given), slowest, fastest, or one by its name.", () => BoundarySelection.Reserved);

    private static readonly Parameter _component = Parameter.Named(
        "component", "Which displacements the diffusivity of the data set's boundaries counts: total, or in-plane, those that carry atoms along the boundary; the set's own unless given.",
        () => BoundaryDefinitions.OfPolycrystals.Select(BoundaryDefinitions.NameOf));

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
                    ("limeso diffusivity --bulk \"2.06e-11 cm^2/s\" --boundary \"5.27e-7 cm^2/s\" --width \"12 A\" --grain-size \"150 um\"", "values by hand"),
                    ("limeso diffusivity --dataset li-yoon-2023 --temperature \"300 K\" --model chen-schuh --grain-size \"1 um\"", "values from a data set"),
                    ("limeso diffusivity --table grains.csv --dataset li-yoon-2023 --out answers.csv", "one polycrystal a row: temperature, grain-size, model, ..."),
                ],
            },
            [_model, _bulk, _boundary, _tripleJunction, _width, _grainSize, _fraction, _segregation, _dataset, _temperature, _boundaries, _component, _extrapolate],
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
        RefuseNarrowGrains(question, input, fraction ?? Homogenisation.DefaultFractionOf(model));
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
                .. TripleJunctions(model, input, result),
                ("validity", model.Validity),
            ],
            warnings);
    }

    private static void RefuseNarrowGrains(Question question, PolycrystalInput input, IBoundaryFraction fraction)
    {
        try
        {
            fraction.At(input.RelativeWidth);
        }
        catch (ModelNotApplicableException problem)
        {
            throw question.Wrong(_grainSize, problem.Message, $"Choose a larger {_grainSize.OptionName}, a smaller {_width.OptionName} or another {_fraction.OptionName}.");
        }
    }

    private static TransportProperties? DataOf(Question question, Dictionary<string, DiffusivitySet> sets)
    {
        if (question.Text(_dataset) is not { } name)
        {
            foreach (Parameter needless in (Parameter[])[_temperature, _boundaries, _component, _extrapolate])
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
        string boundaries = question.Text(_boundaries) ?? BoundarySelection.Mean;
        BoundaryDefinition? component = ComponentOf(question);
        if (component is { } wanted && set.Selections.Contains(boundaries) && !set.Has(boundaries, wanted))
            throw question.Wrong(_component, $"data set '{name}' has no {BoundaryDefinitions.NameOf(wanted)} diffusivity of '{boundaries}'", $"Leave {_component.OptionName} out, or name a data set that has it.");
        return Guarded(question, () => set.At(temperature, boundaries, question.Flag(_extrapolate), component));
    }

    private static BoundaryDefinition? ComponentOf(Question question)
    {
        if (question.Text(_component) is not { } name) return null;
        string[] names = [.. BoundaryDefinitions.OfPolycrystals.Select(BoundaryDefinitions.NameOf)];
        return names.Contains(name) ? BoundaryDefinitions.Parse(name) : throw question.Wrong(_component, $"unknown component '{name}'", Suggestion.For(name, names));
    }

    private static IEnumerable<(string, string)> TripleJunctions(IPolycrystalModel model, PolycrystalInput input, PolycrystalResult result)
    {
        if (!model.NeedsTripleJunctions) yield break;
        yield return ("triple junctions", $"fraction {Quantities.Number(result.Fractions.TripleJunction)}, {Quantities.Number(input.DTripleJunction!.Value * 1e4)} cm^2/s");
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
}
