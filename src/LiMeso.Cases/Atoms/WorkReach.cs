using LiMeso.Cases.Results;

namespace LiMeso.Cases.Atoms;

/// <summary>Of work that can be taken further at any later time: what it found so far counts, and its checkpoint stays.</summary>
/// <param name="MayGoOn">Whether more work could tell more than these results do.</param>
/// <param name="IsEnough">Whether these results are all that is asked for.</param>
internal sealed record WorkReach(Func<ResultData, bool> MayGoOn, Func<ResultData, bool> IsEnough);
