namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>One row of the table.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Statement">What the value is.</param>
/// <param name="Where">Section of the publication.</param>
/// <param name="Role">What it can tell.</param>
/// <param name="Published">As printed, for reports.</param>
/// <param name="PublishedPlain">As printed, in plain characters.</param>
/// <param name="Ours">Computed, for reports.</param>
/// <param name="OursPlain">Computed, in plain characters.</param>
/// <param name="Ratio">Ours over theirs; NaN where that means nothing.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Judgement">The verdict in words, and by what it was judged.</param>
/// <param name="IsBound">Whether a bound is printed.</param>
/// <param name="Remark">Why it differs, or what else there is to know.</param>
internal sealed record ClaimRow(
    string Name, string Statement, string Where, ClaimRole Role, string Published, string PublishedPlain, string Ours, string OursPlain,
    double Ratio, ClaimVerdict Verdict, string Judgement, bool IsBound, string Remark);
