using LiMeso.Atomistics.Bicrystals;
using LiMeso.Atomistics.Dynamics;
using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Structures;
using LiMeso.Atomistics.Structures.LammpsData;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Campaigns;
using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Cases.Tests.ShippedCases;

namespace LiMeso.Cases.Tests.Kinds;

public sealed class BoundaryDiffusionTests
{
    // small and hot, so that atoms of the boundary go far in the little time that a test has
    private const string Hot = """
        kind: boundary-diffusion
        title: A hot boundary
        boundary: {id: GB04, separation: 40 A, min-width: 7 A}
        relaxation: {max-evaluations: 150}
        anneal: {temperature: 400 K, heating: 0.4 ps, holding: 0.2 ps, cooling: 0.4 ps}
        diffusion:
          temperatures: [60 K, 400 K]
          seeds: 1
          equilibration: 2 ps
          settling: 0.4 ps
          production: 8 ps
          longest-production: 16 ps
          tracking: {interval: 2 ps, sample: 0.1 ps, bins: 30}
          sampling: {interval: 0.2 ps, fit-from: 1 ps, fit-to: 2.6 ps, blocks: 2, least-displacement: 0.8, far-from: 13 A}
        time-step: 2.5 fs
        checkpoint-interval: 0.3 s
        """;

    [Fact]
    public void A_hot_boundary_is_followed_and_a_cold_one_gets_a_bound()
    {
        using TemporaryCase made = TemporaryCase.FromText(Hot);
        ResultData results = made.Compute(threads: 2);
        Assert.InRange(results.Number("400_K.mean_temperature_K"), 370, 430);
        Assert.InRange(results.Number("400_K.width_A"), 6, 30);
        Assert.Equal(4, results.Number("400_K.seed_1.tracking.intervals"));
        Assert.True(results.Number("400_K.net_displacement_A2") > 5 * results.Number("60_K.net_displacement_A2"));
        Assert.True(results.Number("400_K.order.boundary_centrosymmetry_A2") > results.Number("400_K.order.far_centrosymmetry_A2"));
        Assert.InRange(results.Number("before_annealing.boundary_energy_J_m2"), 0.12, 0.4);          // LAMMPS after a search of all translations: 0.133
        Assert.InRange(results.Number("after_annealing.boundary_energy_J_m2"), 0.12, 0.4);

        // 60 K: atoms vibrate, no more, and are followed twice, the second time for twice as long
        Assert.Equal("TooLittle", results.Texts["60_K.seed_1.motion"]);
        Assert.Equal(16, results.Number("60_K.time_ps"), 9);
        Assert.Equal(8, results.Number("400_K.time_ps"), 9);
        Assert.False(results.Numbers.ContainsKey("60_K.diffusivity_cm2_s.total"));
        Assert.InRange(results.Number("60_K.upper_bound_cm2_s"), 0, 2e-6);
        Assert.True(results.Number("60_K.order.far_bcc") > 0.95);
        Assert.Contains(results.Warnings, w => w.StartsWith("60 K, seed 1: no diffusivity", StringComparison.Ordinal));

        // block averages of 2 ps: one of equilibration, none of the short settling, four of the time that atoms were followed
        Assert.Equal([0, 1, 1, 1, 1], results.Values("400_K/seed_1/blocks/followed"));
        Assert.Equal([1, 3.4, 5.4, 7.4, 9.4], results.Values("400_K/seed_1/blocks/time").Select(t => Math.Round(t, 1)));
        Assert.All(results.Values("400_K/seed_1/blocks/energy"), energy => Assert.InRange(energy, -1.65, -1.5));
        Assert.Equal(1, results.Number("before_annealing.bcc_inside_grains"), 0.05);

        string html = TemporaryCase.Html(made.Prepare().Describe(results));
        Assert.Contains("Was it in equilibrium?", html, StringComparison.Ordinal);
        Assert.Contains("atoms have moved too little", html, StringComparison.Ordinal);
        string[] table = File.ReadAllLines(made.OutputOf("diffusivities.csv"));
        Assert.Equal(4, table.Length);                               // a comment, the heading, two runs
        Assert.StartsWith("GB04,S5(310)/[001] tilt,60,1,16,2,5.2,TooLittle", table[2], StringComparison.Ordinal);
        Assert.Equal(results.Number("atoms"), LammpsDataReader.Read(made.OutputOf("annealed.lmp")).Count);
    }

    [Fact]
    public void What_is_done_is_kept_and_what_was_interrupted_resumes_to_the_same_bits()
    {
        string brief = Hot.Replace("[60 K, 400 K]", "[300 K, 400 K]", StringComparison.Ordinal).Replace("production: 8 ps", "production: 5 ps", StringComparison.Ordinal).Replace("checkpoint-interval: 0.3 s", "checkpoint-interval: 0.05 s", StringComparison.Ordinal);
        using TemporaryCase made = TemporaryCase.FromText(brief);
        CaseDirectory directory = CaseDirectory.Open(made.Path);
        string whole = made.OutputOf("whole"), parts = made.OutputOf("parts");
        CaseRunner.Run(directory, new RunOptions { Output = whole, Threads = 2 }, SilentLog.Instance, TestContext.Current.CancellationToken);

        int interruptions = 0;
        for (bool done = false; !done && interruptions < 6;)
        {
            using var stop = new CancellationTokenSource();
            try
            {
                CaseRunner.Run(directory, new RunOptions { Output = parts, Threads = 1, Resume = interruptions > 0 }, new StopAfterProgress(stop, 3), stop.Token);
                done = true;
            }
            catch (OperationCanceledException)
            {
                interruptions++;
            }
        }

        Assert.True(interruptions > 1);
        CaseRunner.Run(directory, new RunOptions { Output = parts, Threads = 2, Resume = true }, SilentLog.Instance, TestContext.Current.CancellationToken);
        ResultData one = ResultDataFile.Read(Path.Combine(whole, ResultDataFile.FileName)), two = ResultDataFile.Read(Path.Combine(parts, ResultDataFile.FileName));
        Assert.Equal(one.Numbers, two.Numbers);
        foreach (ResultArray array in one.Arrays.Values) Assert.Equal(array.Values, two.Values(array.Name));
        Assert.Equal(File.ReadAllText(Path.Combine(whole, "diffusivities.csv")), File.ReadAllText(Path.Combine(parts, "diffusivities.csv")));
    }

    [Fact]
    public void The_slabs_that_are_held_lie_in_the_middle_of_both_grains_and_only_across_the_boundary()
    {
        using TemporaryCase made = TemporaryCase.FromText(Hot);
        FollowSettings follow = ((BoundaryDiffusionCase)made.Prepare()).Settings.Diffusion!;
        AtomicSystem system = Bicrystal.Build(BoundaryCatalogue.Find("GB04")!.Geometry, new BicrystalOptions(3.4876, 6.94) { Separation = 60 }).System;
        FrozenComponent[] frozen = FollowItem.Frozen(follow, system);
        Assert.All(frozen, f => Assert.Equal(Axis.Y, f.Axis));
        double length = system.Box.Lengths.Y;
        bool IsHeld(int atom) => FollowSettings.FrozenAt.Any(place => Math.Abs((system.Positions[(3 * atom) + 1] - system.Box.Origin.Y) - (place * length)) < 5);
        Assert.Equal(Enumerable.Range(0, system.Count).Where(IsHeld), frozen.SelectMany(f => f.Atoms).Order());
        Assert.InRange(frozen.Sum(f => f.Atoms.Count) / (double)system.Count, 17 / length, 23 / length);
        Assert.Empty(FollowItem.Frozen(follow with { FrozenWidth = 0 }, system));
    }

    // The lower structure, unless it is lower because boundaries are gone.
    [Fact]
    public void Boundaries_that_annihilated_in_annealing_are_no_start()
    {
        using TemporaryCase made = TemporaryCase.FromText(Hot.Replace("cooling: 0.4 ps", "cooling: 0.4 ps, take: lower", StringComparison.Ordinal));
        var settings = ((BoundaryDiffusionCase)made.Prepare()).Settings;
        var bicrystal = Bicrystal.Build(BoundaryCatalogue.Find("GB04")!.Geometry, new BicrystalOptions(3.4876, 6.94) { Separation = 40 });
        string Start(double before, double after)
        {
            var structure = new ResultData();
            new ColdStructure(bicrystal.System, before, 0, true).Store(structure, AnnealItem.Before);
            new ColdStructure(bicrystal.System, after, 0, true).Store(structure, AnnealItem.After);
            return AnnealItem.Start(settings, structure, 6.94);
        }

        Assert.Equal((AnnealItem.Before, AnnealItem.After), (Start(0.13, 0.15), Start(0.15, 0.13)));
        Assert.Equal(AnnealItem.Before, Start(0.15, 0.0001));
    }

    // To within what so short a run can tell: longer ones have 3.9e-6 cm2/s at 350 K and 8.3e-6 at 400 K, and eight seeds of this one 6.8e-6 to 1.04e-5.
    [Fact]
    public void A_hot_boundary_has_a_diffusivity_with_an_error_bar_and_a_quiet_control()
    {
        string hot = Hot.Replace("[60 K, 400 K]", "[390 K]", StringComparison.Ordinal).Replace("production: 8 ps\n  longest-production: 16 ps", "production: 16 ps", StringComparison.Ordinal).Replace("fit-to: 2.6 ps", "fit-to: 4 ps", StringComparison.Ordinal);
        using TemporaryCase made = TemporaryCase.FromText(hot);
        ResultData results = made.Compute();
        Assert.Equal("Diffusive", results.Texts["390_K.seed_1.motion"]);
        double d = results.Number("390_K.diffusivity_cm2_s.total"), error = results.Number("390_K.diffusivity_error_cm2_s.total");
        Assert.InRange(d, 4e-6, 1.6e-5);
        Assert.InRange(error, 0.01 * d, d);
        Assert.InRange(results.Number("390_K.diffusivity_cm2_s.in_plane") / d, 0.7, 1.5);
        Assert.InRange(Math.Abs(results.Number("390_K.diffusivity_cm2_s.control")), 0, 0.1 * d);
    }

    [Fact]
    public void A_run_whose_atoms_moved_too_little_is_taken_further_to_the_bits_of_a_longer_one()
    {
        const string Item = "60K-seed1";
        string cold = Hot.Replace("[60 K, 400 K]", "[60 K]", StringComparison.Ordinal), brief = cold.Replace("longest-production: 16 ps", "longest-production: 8 ps", StringComparison.Ordinal);
        using TemporaryCase whole = TemporaryCase.FromText(cold), parts = TemporaryCase.FromText(brief);
        ResultData Run(BoundaryCase one)
        {
            foreach (string name in (string[])["structure", Item]) one.Run(name, SilentLog.Instance, _ => { }, TestContext.Current.CancellationToken);
            return one.Finished(Item)!;
        }

        ResultData expected = Run(BoundaryCase.Open(whole.Path)), half = Run(BoundaryCase.Open(parts.Path));
        Assert.Equal((1, 2), (half.Number("phases"), expected.Number("phases")));
        Assert.Equal(("TooLittle", 8), (half.Texts["motion"], Math.Round(half.Number("time_ps"), 9)));

        File.WriteAllText(Path.Combine(parts.Path, CaseDirectory.FileName), cold);
        var longer = BoundaryCase.Open(parts.Path);
        Assert.Null(longer.Finished(Item));
        Assert.Equal(half.Number("upper_bound_cm2_s"), longer.SoFar(Item)!.Number("upper_bound_cm2_s"));
        // 2 + 0.4 + 8 ps of 2 + 0.4 + 8 + 16
        double first = double.NaN;
        longer.Run(Item, SilentLog.Instance, share => first = double.IsNaN(first) ? share : first, TestContext.Current.CancellationToken);
        Assert.True(first >= 10.4 / 26.4, $"began anew, at {first}");
        Assert.Equal(expected.Numbers, longer.Finished(Item)!.Numbers);
        foreach (ResultArray array in expected.Arrays.Values) Assert.Equal(array.Values, longer.Finished(Item)!.Values(array.Name));

        // a longer run answers the question of a shorter one
        File.WriteAllText(Path.Combine(parts.Path, CaseDirectory.FileName), brief);
        Assert.Equal(16, BoundaryCase.Open(parts.Path).Finished(Item)!.Number("time_ps"), 9);

        // without its checkpoint it begins anew, and what is known stays until more is
        File.WriteAllText(Path.Combine(parts.Path, CaseDirectory.FileName), cold.Replace("longest-production: 16 ps", "longest-production: 32 ps", StringComparison.Ordinal));
        string item = Path.Combine(longer.Results, "items", Item);
        Directory.Delete(Path.Combine(item, "checkpoints"), recursive: true);
        byte[] known = File.ReadAllBytes(Path.Combine(item, "item.h5"));
        using var stop = new CancellationTokenSource();
        void StopAfterTheFirstPhase(double share)
        {
            // 10.4 of 58.4 ps
            if (share > 0.25) stop.Cancel();
        }

        Assert.Throws<OperationCanceledException>(() => BoundaryCase.Open(parts.Path).Run(Item, SilentLog.Instance, StopAfterTheFirstPhase, stop.Token));
        Assert.Equal(known, File.ReadAllBytes(Path.Combine(item, "item.h5")));

        // the checkpoint of a longer run, or of another input, is no reason to fail where the results are lost
        foreach (string text in (string[])[brief, brief.Replace("blocks: 2", "blocks: 3", StringComparison.Ordinal)])
        {
            File.WriteAllText(Path.Combine(parts.Path, CaseDirectory.FileName), text);
            File.WriteAllText(Path.Combine(item, "item.h5"), "damaged");
            Assert.Equal(8, Run(BoundaryCase.Open(parts.Path)).Number("time_ps"), 9);
        }
    }

    [Fact]
    public void A_structure_from_a_file_is_repeated_and_annealing_may_be_all()
    {
        using TemporaryCase made = TemporaryCase.FromText("""
            kind: boundary-diffusion
            title: From a file
            structure: {name: mine, file: gb.lmp, min-width: 12 A}
            relaxation: {max-evaluations: 20}
            anneal: {temperature: 300 K, heating: 0.05 ps, holding: 0.05 ps, cooling: 0.05 ps}
            """);
        var bicrystal = Bicrystal.Build(BoundaryCatalogue.Find("GB17")!.Geometry, new BicrystalOptions(3.4876, 6.94) { Separation = 15 });
        using (StreamWriter text = File.CreateText(Path.Combine(made.Path, "gb.lmp"))) LammpsDataWriter.Write(text, bicrystal.System, "a bicrystal");
        ResultData results = made.Compute();
        double Times(double length) => Math.Ceiling(12 / length);
        Assert.Equal(bicrystal.System.Count * Times(bicrystal.System.Box.Lengths.X) * Times(bicrystal.System.Box.Lengths.Z), results.Number("atoms"));
        Assert.InRange(results.Number("boundary_energy_J_m2"), 0.01, 0.1);
        Assert.Contains("annealed, relaxed again", TemporaryCase.Html(made.Prepare().Describe(results)), StringComparison.Ordinal);
    }

    [Fact]
    public void Atoms_are_taken_out_of_the_middle_of_both_boundaries_other_ones_for_each_seed()
    {
        IInteratomicPotential lithium = InteratomicPotentials.All[InteratomicPotentials.Default];
        AtomicSystem whole = Bicrystal.Build(BoundaryCatalogue.Find("GB04")!.Geometry, new BicrystalOptions(3.4876, lithium.Mass) { Separation = 30, MinimumWidth = 7 }).System;
        var found = new Interactions(whole.Count);
        using (IForceEvaluator forces = lithium.CreateEvaluator(new EvaluatorOptions())) forces.Evaluate(whole, found);
        int[][] taken = [.. ((ulong[])[1, 2, 1]).Select(seed => whole.Ids.Except(AddedVacancies.In(whole, 3, found.AtomEnergies, seed).Ids).ToArray())];
        Assert.All(taken, ids =>
        {
            // from the nearer of the boundaries at 0 and ½
            double[] heights = [.. ids.Select(id => 2 * whole.Box.ToFraction(whole.Position(id - 1)).Y)];
            Assert.All(heights, h => Assert.True(Math.Abs(h - Math.Round(h)) * 0.5 * whole.Box.Lengths.Y < AddedVacancies.Reach + 0.1));
            Assert.Equal(3, heights.Count(h => Math.Round(h) == 1));
            Assert.Equal(6, ids.Length);
        });
        Assert.NotEqual(taken[0], taken[1]);
        Assert.Equal(taken[0], taken[2]);
        Assert.Equal(whole.Ids, AddedVacancies.In(whole, 0, found.AtomEnergies, 1).Ids);
    }

    [Fact]
    public void A_boundary_with_added_vacancies_is_followed_and_says_so()
    {
        string brief = Hot.Replace("[60 K, 400 K]", "[400 K]", StringComparison.Ordinal).Replace("  longest-production: 16 ps\n", "", StringComparison.Ordinal).Replace("seeds: 1", "seeds: 1\n  vacancies: 2", StringComparison.Ordinal);
        using TemporaryCase made = TemporaryCase.FromText(brief);
        ResultData with = made.Compute(), without = made.Compute(1, ("diffusion.vacancies", "0"));
        Assert.Equal((2, 0), (with.Number("vacancies_per_boundary"), without.Number("vacancies_per_boundary")));
        Assert.Equal(without.Number("before_annealing.boundary_energy_J_m2"), with.Number("before_annealing.boundary_energy_J_m2"));
        Assert.NotEqual(without.Number("400_K.net_displacement_A2"), with.Number("400_K.net_displacement_A2"));
        // four of some 320 atoms less, at the same pressure
        double Volume(ResultData r) => r.Number("400_K.box_A.x") * r.Number("400_K.box_A.y") * r.Number("400_K.box_A.z");
        Assert.InRange(Volume(with) / Volume(without), 0.97, 0.999);
        Assert.Contains("2 atoms of each boundary", TemporaryCase.Html(made.Prepare().Describe(with)), StringComparison.Ordinal);
        made.Compute();
        string[] table = File.ReadAllLines(made.OutputOf("diffusivities.csv"));
        Assert.EndsWith(",vacancies_per_boundary", table[1], StringComparison.Ordinal);
        Assert.EndsWith(",2", table[2], StringComparison.Ordinal);
    }

    // The coherent twin hardly costs energy: no peak stands out of the profile, and what its atoms do is bounded all the same.
    [Fact]
    public void A_twin_that_no_profile_shows_has_a_bound_from_where_it_was_at_rest()
    {
        string brief = Hot.Replace("GB04", "GB17", StringComparison.Ordinal).Replace("min-width: 7 A", "min-width: 12 A", StringComparison.Ordinal).Replace("interval: 2 ps, sample: 0.1 ps", "interval: 0.5 ps, sample: 0.5 ps", StringComparison.Ordinal).Replace("  longest-production: 16 ps\n", "", StringComparison.Ordinal).Replace("[60 K, 400 K]", "[250 K]", StringComparison.Ordinal).Replace("anneal: {temperature: 400 K, heating: 0.4 ps, holding: 0.2 ps, cooling: 0.4 ps}\n", "", StringComparison.Ordinal);
        using TemporaryCase made = TemporaryCase.FromText(brief);
        ResultData twin = made.Compute(threads: 2);
        Assert.Equal("NoBoundary", twin.Texts["250_K.seed_1.motion"]);
        Assert.InRange(twin.Number("250_K.upper_bound_cm2_s"), 1e-9, 3e-6);
        Assert.InRange(Math.Abs(twin.Number("250_K.seed_1.diffusivity_cm2_s.control")), 0, 2e-6);
        Assert.Contains(twin.Warnings, w => w.Contains("no boundary was found", StringComparison.Ordinal) && w.Contains("where it was at rest below", StringComparison.Ordinal));
        // atoms that vibrate, and no more
        Assert.All(twin.Values("250_K/seed_1/displacement/total"), d => Assert.InRange(d, 0.05, 1.5));
        Assert.Contains("within 6 Å of where it was at rest", TemporaryCase.Html(made.Prepare().Describe(twin)), StringComparison.Ordinal);
        string row = File.ReadAllLines(made.OutputOf("diffusivities.csv"))[2];
        Assert.Contains(",NoBoundary,", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.021, true)]
    [InlineData(0.049, true)]
    [InlineData(0.06, false)]
    public void Only_a_boundary_that_hardly_costs_energy_may_be_there_without_being_found(double energy, bool hides)
    {
        AtomicSystem twin = Bicrystal.Build(BoundaryCatalogue.Find("GB17")!.Geometry, new BicrystalOptions(3.4876, 6.94) { Separation = 30, MinimumWidth = 12 }).System;
        double[] energies = [.. Enumerable.Range(0, twin.Count).Select(atom => -1.65 + (Math.Abs(twin.Box.ToFraction(twin.Position(atom)).Y - 0.52) < 0.03 ? 0.01 : 0))];
        var found = RestingBoundaries.Of(new ColdStructure(twin, energy, 0, true), energies, twin);
        Assert.Equal(hides, found is not null);
        if (found is null) return;
        Assert.Equal(0.52, found.Regions.Second.Centre, 0.01);
        // whole planes, an atom for each of 4 by 3 periods
        Assert.All(Enumerable.Range(0, found.Layers.Count), layer => Assert.Equal(12, found.Layers.AtomsOf(layer).Length));
    }

    private const string Search = "points-x: 2\npoints-z: 2\nthresholds: [1.2 A, 2 A]\nfinalists: 2\n", Searched = "boundary: {id: GB07, separation: 25 A}\n";

    // Heated for a moment and thrown into the cold again, a boundary is left in disorder.
    [Theory]
    [InlineData("annealed", "after_annealing")]
    [InlineData("lower", "before_annealing")]
    public void A_case_begins_from_the_structure_that_a_search_finds_and_takes_the_lower_one_when_it_is_asked_to(string take, string begins)
    {
        using TemporaryCase searched = TemporaryCase.FromText($"kind: boundary-search\ntitle: a\n{Searched}{Search}");
        ResultData search = searched.Compute();
        using TemporaryCase made = TemporaryCase.FromText(
            $"kind: boundary-diffusion\ntitle: b\n{Searched}search:\n  {Search.TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal)}\nanneal: {{temperature: 600 K, heating: 0.2 ps, holding: 0.4 ps, cooling: 0.1 ps, take: {take}}}\nrelaxation: {{max-evaluations: 60}}\n");
        ResultData results = made.Compute();
        Assert.Equal(search.Number("boundary_energy_J_m2.y"), results.Number("searched.boundary_energy_J_m2.y"));
        Assert.Equal(search.Number("search.candidates"), results.Number("searched.search.candidates"));
        double before = results.Number("before_annealing.boundary_energy_J_m2"), after = results.Number("after_annealing.boundary_energy_J_m2");
        Assert.Equal(search.Number("boundary_energy_J_m2.y"), before, 1e-6);
        Assert.True(after > before, $"{after} {before}");
        Assert.Equal(begins, results.Texts["begins_from"]);
        Assert.Equal(take == "lower" ? before : after, results.Number("boundary_energy_J_m2"));
        Assert.Contains("It began from the lowest of 8 structures", TemporaryCase.Html(made.Prepare().Describe(results)), StringComparison.Ordinal);
        // the search lasts: the same structure to the same bits when it is done again
        Assert.Equal(results.Number("boundary_energy_J_m2"), made.Compute(2).Number("boundary_energy_J_m2"));
    }

    // What is done of a boundary counts for every case that asks for the same: no more, or a stale structure would be taken, and no less.
    [Theory]
    [InlineData("diffusion.seeds", "2", true, true, true)]
    [InlineData("diffusion.temperatures", "[400 K, 500 K]", true, true, true)]
    [InlineData("diffusion.longest-production", "32 ps", true, true, true)]
    [InlineData("checkpoint-interval", "10 s", true, true, true)]
    [InlineData("title", "another", true, true, true)]
    [InlineData("diffusion.production", "9 ps", true, true, false)]
    [InlineData("diffusion.sampling.blocks", "3", true, true, false)]
    [InlineData("anneal.holding", "0.3 ps", true, false, false)]
    [InlineData("relaxation.max-evaluations", "151", true, false, false)]
    [InlineData("time-step", "2 fs", true, false, false)]
    [InlineData("search.finalists", "3", false, false, false)]
    [InlineData("boundary.separation", "41 A", false, false, false)]
    [InlineData("potential.name", "li-kim-2012-smooth", false, false, false)]
    public void Items_count_for_cases_that_ask_for_the_same_ones(string key, string value, bool sameSearch, bool sameStructure, bool sameRuns)
    {
        using TemporaryCase made = TemporaryCase.FromText($"{Hot}\nsearch: {{finalists: 2}}\n");
        var one = (BoundaryDiffusionCase)made.Prepare();
        var other = (BoundaryDiffusionCase)made.Prepare((key, value));
        bool Same(string item) => one.HashOf(item) == other.HashOf(item);
        Assert.Equal((sameSearch, sameStructure, sameRuns), (Same("search"), Same("structure"), Same("400K-seed1")));
    }

    [Fact]
    public void Every_key_of_a_case_is_known_to_matter_to_its_structure_or_not()
    {
        string[] toNone = ["kind", "title", "summary", "tier", "answers-to", "outside-paths"], toRuns = ["diffusion", "checkpoint-interval"];
        IEnumerable<string> keys = Core.Input.SectionDescriber.Describe(BoundaryDiffusionSettings.Read).Keys.Select(k => k.Name);
        Assert.Equal([.. toNone.Concat(toRuns).Concat(BoundaryDiffusionCase.KeysOfStructure).Order(StringComparer.Ordinal)], keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void With_a_free_cell_the_search_gives_the_structure_with_all_lengths_relaxed()
    {
        using TemporaryCase made = TemporaryCase.FromText($"kind: boundary-diffusion\ntitle: b\n{Searched}cell: free\nsearch: {{points-x: 1, points-z: 1, thresholds: [1.2 A], finalists: 1}}\nanneal: {{heating: 50 fs, holding: 50 fs, cooling: 50 fs}}\n");
        ResultData results = made.Compute();
        Assert.Equal(results.Number("searched.boundary_energy_J_m2.full"), results.Number("before_annealing.boundary_energy_J_m2"), 1e-6);
        Assert.True(results.Number("searched.boundary_energy_J_m2.full") < results.Number("searched.boundary_energy_J_m2.y") - 1e-3);
    }

    // Too short for a diffusivity, long enough to find what does not need time.
    [Fact]
    public void The_shipped_case_shortened_finds_all_that_the_whole_one_is_held_to()
    {
        using TemporaryCase place = TemporaryCase.FromText(Hot);
        CaseDirectory shipped = CaseDirectory.Open(Repository.PathOf("cases/gb-s5-310-quick"),
        [
            new("boundary", "{id: GB04, separation: 40 A, min-width: 7 A}"), new("anneal", "{heating: 0.1 ps, holding: 0.1 ps, cooling: 0.1 ps}"),
            new("relaxation", "{max-evaluations: 200}"), new("search", "{points-x: 2, points-z: 1, thresholds: [1.2 A], finalists: 1}"), new("diffusion.seeds", "1"), new("diffusion.equilibration", "1.5 ps"), new("diffusion.settling", "0.3 ps"), new("diffusion.production", "6 ps"),
            new("diffusion.tracking", "{interval: 2 ps, bins: 30}"), new("diffusion.sampling", "{interval: 0.2 ps, fit-from: 1 ps, fit-to: 2 ps, blocks: 2, least-displacement: 0.2}"),
        ]);
        CaseOutcome run = CaseRunner.Run(shipped, new RunOptions { Output = place.OutputOf("shipped"), Threads = 2 }, SilentLog.Instance, TestContext.Current.CancellationToken);
        IReadOnlyList<Verdict> verdicts = ExpectedResults.Compare(ExpectedResults.Read(Path.Combine(shipped.Path, CaseDirectory.ExpectedFileName))!, run.Record);
        Assert.All(verdicts.Where(v => !v.Expectation.Path.Contains("diffusivity", StringComparison.Ordinal)), v => Assert.True(v.Found is not null, v.ToString()));
        Assert.All(verdicts.Where(v => v.Expectation.Path.EndsWith("mean_temperature_K", StringComparison.Ordinal)), v => Assert.True(v.Found is > 370 and < 430, v.ToString()));
    }

    [Theory]
    [InlineData("boundary: {id: GB04, separation: 40 A, min-width: 7 A}", "structure: {name: a, file: missing.lmp}", "missing.lmp", 3)]
    [InlineData("boundary: {id: GB04, separation: 40 A, min-width: 7 A}", "summary: none", "there is no boundary", 1)]
    [InlineData("boundary: {id: GB04, separation: 40 A, min-width: 7 A}", "boundary: {id: GB04}\nstructure: {name: a, file: b}", "built or read, not both", 4)]
    [InlineData("boundary: {id: GB04, separation: 40 A, min-width: 7 A}", "structure: {name: a, file: b}\nsearch: {finalists: 1}", "is not searched", 4)]
    [InlineData("production: 8 ps", "production: 2.2 ps", "less time than the line", 11)]
    [InlineData("[60 K, 400 K]", "[400 K, 400.0004 K]", "closer than 0.001 K", 7)]
    [InlineData("longest-production: 16 ps", "longest-production: 4 ps", "shorter than 'production'", 12)]
    [InlineData("fit-from: 1 ps", "fit-from: 2.5 ps", "no two frames lie between", 7)]
    [InlineData("seeds: 1", "seeds: 1\n  vacancies: 200", "so few that", 7)]
    [InlineData("interval: 2 ps, sample", "interval: 0.01 ps, sample", "less than one sample", 13)]
    public void Input_that_cannot_be_used_is_refused_where_it_stands(string right, string wrong, string message, int line)
    {
        Core.Input.InputException refusal = TemporaryCase.Refusal(Hot.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(line, refusal.Location!.Line);
    }
}
