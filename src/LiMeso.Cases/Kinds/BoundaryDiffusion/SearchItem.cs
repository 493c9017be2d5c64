using LiMeso.Atomistics.Potentials;
using LiMeso.Atomistics.Properties;
using LiMeso.Cases.Atoms;
using LiMeso.Cases.Atoms.Search;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;

namespace LiMeso.Cases.Kinds.BoundaryDiffusion;

/// <summary>The search for the structure of lowest energy that a case begins with, where it is asked for. Done once, resumable at any candidate.</summary>
internal static class SearchItem
{
    /// <summary>Name of its directory.</summary>
    public const string Name = "search";

    /// <summary>Name of the structure that it finds.</summary>
    public const string Found = "searched";

    /// <summary>Searches, unless it is already done.</summary>
    /// <param name="settings">The case.</param>
    /// <param name="potential">The potential.</param>
    /// <param name="crystal">The perfect crystal.</param>
    /// <param name="run">The case's run.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>The structure, see <see cref="ColdStructure.Store"/>, and all that <see cref="SearchSummary"/> tells.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; what is finished is on disk.</exception>
    public static ResultData Run(BoundaryDiffusionSettings settings, IInteratomicPotential potential, EquilibriumCrystal crystal, RunContext run, Action<double> progress) =>
        WorkItem.Run(Name, run, settings.CheckpointInterval, progress, options =>
        {
            // what is found repeats along the boundary
            BoundarySettings smallest = settings.Boundary! with { MinimumWidth = 0 };
            string directory = options.Directory is { } own ? Path.Combine(own, WorkItem.CheckpointFolder) : run.Directory;
            if (!run.SummaryOnly) Directory.CreateDirectory(directory);
            var search = StructureSearch.For(smallest, settings.Search!, potential, crystal, run with { Directory = directory, Log = new ItemLog(options.Say, progress, run.Log) });
            StructureSearch.Outcome found = search.Run();
            ResultData results = SearchSummary.Of(smallest, settings.Search!, search.Space, crystal, found);
            bool allLengths = settings.CellIsFree && found.Best.Full.IsBcc;
            search.StructureOf(found.Candidates, allLengths ? found.Best : found.BestAcross, allLengths).Store(results, Found);
            return results;
        });

    // What a search tells goes where the item's words go.
    private sealed class ItemLog(Action<string> say, Action<double> progress, IRunLog outer) : IRunLog
    {
        public void Message(string text) => say(text);

        public void Detail(string text) => say(text);

        public void Warning(string text) => outer.Warning($"{Name}: {text}");

        public void Progress(double fraction, string text) => progress(fraction);
    }
}
