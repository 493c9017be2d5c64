using System.CommandLine;
using System.Globalization;
using LiMeso.Cases.Microstructures;
using LiMeso.Cli.CommandLine;
using LiMeso.Cli.Direct;
using LiMeso.Cli.Terminal;
using LiMeso.Core.Units;
using LiMeso.FiniteVolume.Homogenisation;
using LiMeso.FiniteVolume.Homogenisation.UnitCells;

namespace LiMeso.Cli.Commands;

/// <summary><c>limeso homogenise</c>: the effective diffusivity of a periodic medium, computed between bounds.</summary>
internal static class HomogeniseCommand
{
    private const string Infinite = "inf";

    private static readonly HomogenisationOptions _defaults = new();

    private static readonly QuantityKind _ratio = QuantityKind.Number with { Example = "0.1" };

    private static readonly Parameter _cell = Parameter.Named("cell", "What repeats: the geometry of two phases.", () => UnitCellKinds.All.Names);
    private static readonly Parameter _matrix = Parameter.Of(QuantityKind.Diffusivity with { Example = "5.27e-7 cm^2/s" }, "matrix",
        "Diffusivity of the first phase: the matrix, the boundaries of grains, the first layers.");

    private static readonly Parameter _inclusion = Parameter.Of(QuantityKind.Diffusivity with { Example = "2.06e-11 cm^2/s" }, "inclusion",
        $"Diffusivity of the second phase: circles, squares, grains. That of circles may be 0 or {Infinite}.") with
    { MayBeZero = true };

    private static readonly Parameter _fraction = Parameter.Of(_ratio, "fraction", "Area fraction of the second phase.");
    private static readonly Parameter _relativeWidth = Parameter.Of(_ratio with { Example = "0.02" }, "relative-width", "Width of grain boundaries over the period of the grains.");
    private static readonly Parameter _angle = Parameter.Of(QuantityKind.Angle with { Example = "30 deg" }, "angle",
        "By how much the cell is turned anticlockwise; of a laminate, the angle from x to its normal.") with
    { MayBeZero = true };

    private static readonly Parameter _image = new("image", "Labelled image to use as the cell instead: a PGM file, or rows of labels with commas between them; each pixel is a square.");
    private static readonly Parameter _diffusivities = new("diffusivities", "Diffusivity of each label of the image, such as \"0 = 2.06e-11 cm^2/s; 1 = 5.27e-7 cm^2/s\".");
    private static readonly Parameter _tolerance = Parameter.Of(QuantityKind.Number with { Example = "1e-3" }, "tolerance",
        FormattableString.Invariant($"Refine the mesh until upper and lower bound differ by less than this, relative to the lower; {_defaults.Tolerance} unless given."));

    private static readonly Parameter _elements = Parameter.Of(QuantityKind.Number with { Example = "1e6" }, "max-elements", $"Do not use more elements; {_defaults.MaximumElements} unless given.");

    public static Command Create() => DirectCommand.Create(
        new LimesoCommand("homogenise", "What is the effective diffusivity of a periodic medium, by computation?")
        {
            Group = "Direct answers",
            Details = "The potential in one period is computed twice, in the medium and in its dual, on ever finer meshes. Each mesh gives an upper and a lower bound of the "
                + "effective diffusivity in every direction; the truth lies between them. Geometries: limeso list unit-cells. "
                + "Keys of --json: diffusivity_xx_m2_s, lower_xx_m2_s, upper_xx_m2_s, relative_width and more.",
            Examples =
            [
                ("limeso homogenise --cell square-grains --inclusion \"2.06e-11 cm^2/s\" --matrix \"5.27e-7 cm^2/s\" --relative-width 0.02", "grains and boundaries, to compare models with"),
                ("limeso homogenise --cell laminate --matrix \"1 m^2/s\" --inclusion \"10 m^2/s\" --fraction 0.35 --angle \"30 deg\" --json", "layers aslant"),
                ("limeso homogenise --image grains.pgm --diffusivities \"0 = 5.27e-7 cm^2/s; 1 = 2.06e-11 cm^2/s\"", "a labelled image, repeated without end"),
            ],
        },
        [_cell, _matrix, _inclusion, _fraction, _relativeWidth, _angle, _image, _diffusivities, _tolerance, _elements],
        Answer);

    private static Answer Answer(Question question)
    {
        IUnitCell cell = question.Has(_image) ? OfImage(question) : OfKind(question);
        var options = new HomogenisationOptions(
            question.OptionalQuantity(_tolerance) ?? _defaults.Tolerance, (long)(question.OptionalQuantity(_elements) ?? _defaults.MaximumElements), Environment.ProcessorCount);
        HomogenisedDiffusivity found = Guarded(question, () => new CellHomogeniser(cell, options).Run());
        (SymmetricTensor value, SymmetricTensor lower, SymmetricTensor upper) = (found.Value, found.Bounds.Lower, found.Bounds.Upper);
        (double lowerXy, double upperXy) = found.Bounds.OffDiagonal;
        List<string> warnings = [];
        if (found.Bounds.RelativeWidth > options.Tolerance)
            warnings.Add(FormattableString.Invariant($"the bounds differ by {100 * found.Bounds.RelativeWidth:g2} %, more than asked for: allow more with {_elements.OptionName}."));
        return new Answer(
            [
                new("diffusivity_xx_m2_s", value.Xx), new("diffusivity_xy_m2_s", value.Xy), new("diffusivity_yy_m2_s", value.Yy),
                new("lower_xx_m2_s", lower.Xx), new("lower_xy_m2_s", lowerXy), new("lower_yy_m2_s", lower.Yy),
                new("upper_xx_m2_s", upper.Xx), new("upper_xy_m2_s", upperXy), new("upper_yy_m2_s", upper.Yy),
                new("relative_width", found.Bounds.RelativeWidth),
                new("elements", found.Narrowest.Elements),
                new("grading", found.Narrowest.Resolution.Grading),
                new("value_from", null, found.IsExtrapolated ? "extrapolation" : "mean of the bounds"),
            ],
            () =>
            [
                ("D_xx", Line(value.Xx, lower.Xx, upper.Xx)),
                ("D_xy", Line(value.Xy, lowerXy, upperXy)),
                ("D_yy", Line(value.Yy, lower.Yy, upper.Yy)),
                ("width of the bounds", $"{Quantities.Number(100 * found.Bounds.RelativeWidth)} % in the worst direction"),
                ("value", found.IsExtrapolated ? "extrapolated from the last two meshes" : "geometric mean of the bounds"),
                ("finest mesh", FormattableString.Invariant($"{found.Narrowest.Elements} elements{(found.Narrowest.Resolution.Grading > 1 ? $", graded 1 to {found.Narrowest.Resolution.Grading:g1} towards edges" : "")}")),
            ],
            warnings);
    }

    private static IUnitCell OfKind(Question question)
    {
        if (question.Has(_diffusivities)) throw question.Wrong(_diffusivities, $"'{_diffusivities.Name}' needs an image", $"Name one with {_image.OptionName}, or give {_matrix.OptionName} and {_inclusion.OptionName}.");
        IUnitCellKind kind = question.Member(_cell, UnitCellKinds.All)
            ?? throw question.Wrong($"{_cell.OptionName} is missing", $"Name one of {string.Join(", ", UnitCellKinds.All.Names)}, or an image with {_image.OptionName}.");
        foreach ((Parameter parameter, ShapeParameter shape) in (ReadOnlySpan<(Parameter, ShapeParameter)>)[(_fraction, ShapeParameter.Fraction), (_relativeWidth, ShapeParameter.RelativeWidth)])
        {
            if (question.Has(parameter) && kind.Shape != shape) throw question.Wrong(parameter, $"this cell has no '{parameter.Name}'", "Leave it out.");
        }

        var input = new UnitCellInput(question.Quantity(_matrix), question.Text(_inclusion) == Infinite ? double.PositiveInfinity : question.Quantity(_inclusion))
        {
            Fraction = kind.Shape == ShapeParameter.Fraction ? Share(_fraction) : double.NaN,
            RelativeWidth = kind.Shape == ShapeParameter.RelativeWidth ? Share(_relativeWidth) : double.NaN,
            Angle = question.OptionalQuantity(_angle) ?? 0,
        };
        return Guarded(question, () => kind.Create(input));

        double Share(Parameter parameter) => question.Quantity(parameter) is var share and < 1 ? share : throw question.Wrong(parameter, "must be less than 1");
    }

    private static IUnitCell OfImage(Question question)
    {
        foreach (Parameter needless in (Parameter[])[_cell, _matrix, _inclusion, _fraction, _relativeWidth, _angle])
        {
            if (question.Has(needless)) throw question.Wrong(needless, $"'{needless.Name}' does not go with an image", $"Say what diffuses where with {_diffusivities.OptionName}.");
        }

        LabelledImage image = LabelledImage.Read(question.Text(_image)!);
        Dictionary<int, double> diffusivities = [];
        foreach (string entry in (question.Text(_diffusivities) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = entry.Split('=', 2, StringSplitOptions.TrimEntries);
            if (sides.Length < 2 || !int.TryParse(sides[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int label))
                throw question.Wrong(_diffusivities, $"expected LABEL = DIFFUSIVITY, found '{entry}'");
            try
            {
                diffusivities[label] = QuantityKind.Diffusivity.Parse(sides[1]);
            }
            catch (FormatException problem)
            {
                throw question.Wrong(_diffusivities, $"label {label}: {problem.Message}");
            }
        }

        if (image.LabelsWithout(diffusivities) is { Count: > 0 } missing)
            throw question.Wrong(_diffusivities, LabelledImage.Lacking(missing), $"Write for example {_diffusivities.OptionName} \"{missing[0]} = 2.06e-11 cm^2/s\".");
        return Guarded(question, () => image.ToUnitCell(diffusivities));
    }

    private static string Line(double value, double lower, double upper) =>
        $"{Centi(value)} cm^2/s, between {Centi(lower)} and {Centi(upper)}";

    private static string Centi(double diffusivity) => Quantities.Number(QuantityKind.Diffusivity.In(diffusivity, "cm^2/s"));

    private static T Guarded<T>(Question question, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException problem)
        {
            throw question.Wrong(problem.Message.Split(" (Parameter", 2)[0] + ".");
        }
    }
}
