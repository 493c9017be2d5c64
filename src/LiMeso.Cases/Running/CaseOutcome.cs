using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Results;

namespace LiMeso.Cases.Running;

/// <summary>How the run of a case ended.</summary>
/// <param name="Directory">The results directory.</param>
/// <param name="Record">The run's record.</param>
/// <param name="Verdicts">How the numbers compare with the case's <c>expected.json</c>; empty when it ships none or the input was changed.</param>
/// <param name="Headline">The numbers that matter, as the report sets them large; empty for a run that finds numbers only.</param>
/// <param name="AlreadyFinished">Whether there was nothing left to do.</param>
public sealed record CaseOutcome(string Directory, RunRecord Record, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<KeyNumber> Headline, bool AlreadyFinished);
