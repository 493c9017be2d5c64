using LiMeso.Cases.Files;
using LiMeso.Cases.Kinds;
using LiMeso.Cases.Kinds.BoundaryDiffusion;
using LiMeso.Cases.Results;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Campaigns;

/// <summary>The case of one boundary of a campaign, ready to work on.</summary>
internal sealed class BoundaryCase
{
    private readonly BoundaryDiffusionCase _case;

    private BoundaryCase(CaseDirectory directory, BoundaryDiffusionCase prepared)
    {
        _case = prepared;
        (Directory, Results, InputHash) = (directory, ResultsIn(directory.Path), InputHashes.Of(directory, prepared));
    }

    /// <summary>The case directory.</summary>
    public CaseDirectory Directory { get; }

    /// <summary>The results directory.</summary>
    public string Results { get; }

    /// <summary>The results directory of a case directory.</summary>
    /// <param name="path">The case directory.</param>
    public static string ResultsIn(string path) => Path.Combine(path, CaseRunner.DefaultOutput);

    /// <summary>Hash of the case's input, as a run of the case has it.</summary>
    public string InputHash { get; }

    /// <summary>The case.</summary>
    public BoundaryDiffusionCase Prepared => _case;

    /// <summary>Reads the case in a directory.</summary>
    /// <param name="path">The directory.</param>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public static BoundaryCase Open(string path) => Of(CaseDirectory.Open(path));

    /// <summary>Prepares a case.</summary>
    /// <param name="directory">The case.</param>
    /// <exception cref="InputException">The case cannot be used.</exception>
    public static BoundaryCase Of(CaseDirectory directory) => new(directory, (BoundaryDiffusionCase)CaseKinds.Prepare(directory));

    /// <summary>What a finished item found; null when it is not finished.</summary>
    /// <param name="name">Name of the item.</param>
    public ResultData? Finished(string name) => SoFar(name) is { } found && _case.IsEnough(name, found) ? found : null;

    /// <summary>What an item found so far; a run whose atoms moved too little may be taken further.</summary>
    /// <param name="name">Name of the item.</param>
    public ResultData? SoFar(string name) => _case.Found(name, Results);

    /// <summary>Works on an item, from its newest checkpoint on.</summary>
    /// <param name="name">Name of the item.</param>
    /// <param name="log">Where messages go.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Asked for to stop at a checkpoint.</param>
    /// <exception cref="InputException">The item that it begins from is not finished.</exception>
    /// <exception cref="OperationCanceledException">Stopped; a checkpoint is on disk.</exception>
    public void Run(string name, IRunLog log, Action<double> progress, CancellationToken cancellation)
    {
        var run = new RunContext(Results, log, Threads: 1, Resume: true, SummaryOnly: false, InputHash, cancellation) { MayGoFurther = true };
        BoundaryWork work = _case.Work.FirstOrDefault(w => w.Name == name) ?? throw new InputException(new SourceLocation(Directory.Path), $"the case has no item '{name}'", "Plan the campaign again.");
        if (work.Follow is { } follow) _case.RunFollow(follow, _case.StartOf(Needed(AnnealItem.Name)), run, progress);
        else if (name == SearchItem.Name) _case.RunSearch(run, progress);
        else _case.RunStructure(_case.Settings.Search is null ? null : Needed(SearchItem.Name), run, progress);

        ResultData Needed(string before) => Finished(before) ?? throw new InputException(new SourceLocation(Results), $"'{name}' begins from the item '{before}', which is not finished", $"'limeso run {Directory.Path} --resume' does the items of this boundary in order, 'limeso campaign run' those of all.");
    }
}
