using System.Globalization;
using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Structures;
using LiMeso.Core.Input;

namespace LiMeso.Atomistics.Tests.Bicrystals;

/// <summary>The catalogue against that of another program, and against what the positions of the atoms say.</summary>
public class CatalogueTests
{
    private const double Mass = 6.94;

    private static readonly IReadOnlyList<CsvRow> _reference = CsvInput.Read(Path.Combine(AppContext.BaseDirectory, "Reference", "boundaries", "catalogue.csv")).Rows;

    public static TheoryData<string> Ids => [.. BoundaryCatalogue.All.Select(b => b.Id)];

    [Fact]
    public void It_holds_55_boundaries_of_which_the_source_names_13()
    {
        Assert.Equal(_reference.Select(r => (r["id"], r["label"], r["named"] == "yes")), BoundaryCatalogue.All.Select(b => (b.Id, b.Geometry.Label, b.NamedAs is not null)));
        Assert.Equal(13, BoundaryCatalogue.All.Count(b => b.NamedAs is not null));
        Assert.Equal("GB04", BoundaryCatalogue.Find("s5(310)/[001] tilt")?.Id);
        Assert.Null(BoundaryCatalogue.Find("GB56"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Angles_periods_and_atoms_are_those_of_the_other_program(string id)
    {
        CsvRow row = _reference.Single(r => r["id"] == id);
        double Number(string column) => double.Parse(row[column], CultureInfo.InvariantCulture);
        BoundaryGeometry g = BoundaryCatalogue.Find(id)!.Geometry;
        Assert.Equal((Number("sigma"), Number("angle"), Number("disorientation")), (g.Sigma, Math.Round(g.Angle, 10), Math.Round(g.Disorientation, 6)));
        Assert.Equal((Number("x"), Number("y"), Number("z")), (Math.Round(g.LengthX, 10), Math.Round(g.LengthY, 10), Math.Round(g.LengthZ, 10)));
        var unit = Bicrystal.Build(g, new BicrystalOptions(3.5, Mass));
        Assert.Equal((Number("periods"), Number("atoms")), (unit.PeriodsPerGrain, unit.System.Count));
        var wide = Bicrystal.Build(g, new BicrystalOptions(3.5, Mass) { MinimumWidth = 12, Separation = 10 });
        Assert.Equal((Number("repeat-x"), Number("repeat-z")), (wide.Repetitions.X, wide.Repetitions.Z));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Positions_alone_tell_the_misorientation_the_periods_and_one_lattice_a_grain(string id)
    {
        BoundaryGeometry g = BoundaryCatalogue.Find(id)!.Geometry;
        var bicrystal = Bicrystal.Build(g, new BicrystalOptions(3.5, Mass) { Separation = 25 });
        var measured = new MeasuredBicrystal(bicrystal);
        Assert.Equal(g.Sigma, measured.CommonDenominator);
        Assert.Equal(g.Sigma, measured.CountedSigma(g.Sigma));

        AtomicSystem system = bicrystal.System;
        SimulationBox box = system.Box;
        Assert.Equal(2 * box.Volume / Math.Pow(3.5, 3), system.Count, 1e-6);
        int half = system.Count / 2;
        foreach ((Vector3[] axes, int first) in ((Vector3[], int)[])[(measured.A, 0), (measured.B, half)])
        {
            Assert.True(measured.IsPeriod(axes, box.A) && measured.IsPeriod(axes, box.C) && measured.IsPeriod(axes, 0.5 * box.B));
            Assert.True(measured.IsOneLattice(axes, first, half));
        }

        Assert.True(Enumerable.Range(0, half).All(i => box.ToFraction(system.Position(i)).Y is > 0 and < 0.5));
        Assert.True(measured.BoundariesAreAlike());
    }

    // GB50 to GB54 lean; the others do not need to.
    [Theory]
    [MemberData(nameof(Ids))]
    public void Any_shift_and_gap_leave_the_two_boundaries_equivalent(string id)
    {
        BoundaryGeometry g = BoundaryCatalogue.Find(id)!.Geometry;
        var bicrystal = Bicrystal.Build(g, new BicrystalOptions(3.4876, Mass) { Shift = (0.171, 0.293), Gap = 0.3, Separation = 25 });
        SimulationBox box = bicrystal.System.Box;
        bool leans = (box.Xy, box.Yz) != (0, 0);
        Assert.Equal(string.CompareOrdinal(id, "GB50") >= 0 && string.CompareOrdinal(id, "GB54") <= 0, leans);
        Assert.NotNull(BoundaryIsometry.Find(bicrystal, 8));
        var measured = new MeasuredBicrystal(bicrystal);
        Assert.True(!leans || measured.IsOneLattice(measured.B, bicrystal.System.Count / 2, bicrystal.System.Count / 2));
        if (bicrystal.System.Count < 500) Assert.True(measured.BoundariesAreAlike());
    }

    [Fact]
    public void Without_the_lean_a_shifted_twist_about_the_threefold_axis_has_two_different_boundaries()
    {
        var leaning = Bicrystal.Build(BoundaryCatalogue.Find("GB53")!.Geometry, new BicrystalOptions(3.5, Mass) { Shift = (0.171, 0.293), Separation = 25 });
        Assert.True(new MeasuredBicrystal(leaning).BoundariesAreAlike());
        leaning.System.Box = leaning.System.Box with { Xy = leaning.System.Box.Xy + 0.4 };
        Assert.False(new MeasuredBicrystal(leaning).BoundariesAreAlike());
    }
}
