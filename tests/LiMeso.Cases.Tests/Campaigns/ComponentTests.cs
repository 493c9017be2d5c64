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

    private const string Designs = """
        kind: design-guidelines
        title: A target
        temperature: 300 K
        material: {dataset: data/mine, boundaries: mean}
        targets: [{name: mine, current-density: 3 mA/cm^2, capacity: 3 mAh/cm^2}]
        thicknesses: {from: 10 um, to: 40 um, count: 5}
        grain-sizes: {from: 50 nm, to: 3 um, count: 5, spacing: log}
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
    public void Corners_of_designs_are_told_for_both_and_those_of_the_case_are_its_own()
    {
        using TemporaryCase made = WithData(Designs);
        ResultData total = made.Compute(), inPlane = made.Compute(1, ("material.component", "in-plane"));
        double Corner(ResultData results, string name) => results.Number($"{name}.largest_grain_size_um");
        // boundaries carry nearly all: D goes as D_gb/d, so that the grain size goes with D_gb
        Assert.Equal(InPlane / Total, Corner(inPlane, "targets.mine") / Corner(total, "targets.mine"), 5e-3);
        Assert.Equal(total.Number("targets.mine.thinnest_foil_um"), inPlane.Number("targets.mine.thinnest_foil_um"));
        foreach (ResultData results in (ResultData[])[total, inPlane])
        {
            Assert.Equal(Corner(total, "targets.mine"), Corner(results, "components.total.mine"));
            Assert.Equal(Corner(inPlane, "targets.mine"), Corner(results, "components.in_plane.mine"));
            Assert.Equal([Total, InPlane], ((string[])["total", "in_plane"]).Select(c => results.Number($"components.{c}.boundary_diffusivity_m2_s")));
        }

        Assert.Contains("What the choice of displacements does", TemporaryCase.Html(made.Prepare().Describe(total)), StringComparison.Ordinal);
        // the source's data set knows one way only
        using TemporaryCase published = TemporaryCase.FromText(Designs.Replace("data/mine", "li-yoon-2023", StringComparison.Ordinal));
        ResultData alone = published.Compute();
        Assert.DoesNotContain(alone.Numbers.Keys, n => n.StartsWith("components.", StringComparison.Ordinal));
        Assert.DoesNotContain("What the choice of displacements does", TemporaryCase.Html(published.Prepare().Describe(alone)), StringComparison.Ordinal);
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

    private static TemporaryCase WithData(string text = Foil)
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
        TemporaryCase made = TemporaryCase.FromText(text);
        DiffusivitySetWriter.Write(set, Path.Combine(made.Path, "data", "mine"));
        return made;
    }
}
