using LiMeso.Cases.Results;
using LiMeso.Cases.Tests.Kinds;
using LiMeso.Core.Input;
using LiMeso.Transport.Data;

namespace LiMeso.Cases.Tests.Campaigns;

/// <summary>A case chooses which displacements the diffusivity of boundaries counts, and the report shows what the choice does.</summary>
public sealed class ComponentTests
{
    // Grains so small that the boundaries carry all: the depletion time of a thick foil goes with the diffusivity of the boundaries.
    private const string Foil = """
        kind: depletion
        title: A foil of small grains
        temperature: 300 K
        material: {dataset: data/mine, boundaries: mean, grain-size: 1 um}
        foil: {thickness: 200 um}
        current: {current-density: 3 mA/cm^2}
        output: {snapshots: 2, paraview: false}
        """;

    private const double Total = 2e-11, InPlane = 3e-11;

    [Fact]
    public void In_plane_and_total_diffusivities_give_their_own_depletion_times_in_any_case_that_names_them()
    {
        using TemporaryCase made = WithData();
        ResultData total = made.Compute(), inPlane = made.Compute(1, ("material.component", "in-plane"));
        Assert.Equal(InPlane / Total, inPlane.Number("effective_diffusivity_m2_s") / total.Number("effective_diffusivity_m2_s"), 1e-3);
        Assert.Equal(InPlane / Total, inPlane.Number("depletion_time_s.analytic") / total.Number("depletion_time_s.analytic"), 1e-2);
        // both cases show both
        foreach (ResultData results in (ResultData[])[total, inPlane])
        {
            Assert.Equal(total.Number("depletion_time_s.analytic"), results.Number("components.total.depletion_time_s"), 1e-6);
            Assert.Equal(inPlane.Number("depletion_time_s.analytic"), results.Number("components.in_plane.depletion_time_s"), 1e-6);
        }

        string html = TemporaryCase.Html(made.Prepare(("material.component", "in-plane")).Describe(inPlane));
        Assert.Contains("which carry atoms to the surface", html, StringComparison.Ordinal);
        Assert.Contains("mean boundaries, in-plane displacements", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_boundary_that_only_a_bound_is_known_of_is_told_and_stops_no_case()
    {
        using TemporaryCase made = WithData();
        ResultData results = made.Compute();
        Assert.Contains("is known for 400 K only", results.Texts["boundaries.GB02.problem"], StringComparison.Ordinal);
        Assert.Contains("boundaries.GB01.depletion_time_s", results.Numbers.Keys);
        Assert.Contains("is known for 400 K only", TemporaryCase.Html(made.Prepare().Describe(results)), StringComparison.Ordinal);
        Assert.Contains("is known for 400 K only", Assert.Throws<InputException>(() => made.Prepare(("material.boundaries", "GB02"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_that_the_data_set_has_not_is_refused_where_it_stands()
    {
        InputException refusal = TemporaryCase.Refusal(Foil.Replace("dataset: data/mine", "dataset: li-yoon-2023, component: in-plane", StringComparison.Ordinal));
        Assert.Contains("data set 'li-yoon-2023' has no in-plane diffusivity of 'mean'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(4, refusal.Location!.Line);
        Assert.Contains("Valid here: total, in-plane", TemporaryCase.Refusal(Foil.Replace("boundaries: mean", "component: x", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
    }

    private static TemporaryCase WithData()
    {
        var ours = new Attribution(ValueStatus.Computed, "ours");
        DiffusivityCurve Curve(double at300) => new([new(300, at300, null, ours), new(400, 9 * at300, null, ours)]);
        var set = new DiffusivitySet
        {
            Name = "mine",
            Title = "Two boundaries",
            Origin = DataOrigin.Computed,
            Sources = [new("ours", "a test")],
            Bulk = new DiffusivityCurve([new(300, 2e-19, null, ours), new(400, 2e-17, null, ours)]),
            Width = new WidthCurve([new(300, 1.2e-9, null, ours), new(400, 1.5e-9, null, ours)]),
            Mean = Curve(Total),
            OtherMeans = new Dictionary<BoundaryDefinition, BoundaryMeans> { [BoundaryDefinition.InPlane] = new(Curve(InPlane), null, null) },
            TripleJunctionFactor = new(100, ours),
            Segregation = new(1, ours),
            Boundaries =
            [
                new BoundaryData("GB01", new Dictionary<BoundaryDefinition, DiffusivityCurve> { [BoundaryDefinition.Total] = Curve(Total) }) { Name = "one", Kind = BoundaryKind.Tilt },
                new BoundaryData(
                    "GB02", new Dictionary<BoundaryDefinition, DiffusivityCurve> { [BoundaryDefinition.Total] = new([new(400, 1e-10, null, ours)]) },
                    new Dictionary<BoundaryDefinition, IReadOnlyList<MeasuredPoint>> { [BoundaryDefinition.Total] = [new(300, 1e-12, null, ours)] })
                { Name = "two", Kind = BoundaryKind.Tilt },
            ],
        };
        TemporaryCase made = TemporaryCase.FromText(Foil);
        DiffusivitySetWriter.Write(set, Path.Combine(made.Path, "data", "mine"));
        return made;
    }
}
