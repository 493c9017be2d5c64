namespace LiMeso.Core.Input;

/// <summary>Where a value was written.</summary>
/// <param name="File">Path as the user knows it, or an origin such as "--set".</param>
/// <param name="Line">Line from 1; 0 when the place has no lines.</param>
/// <param name="Column">Column from 1; 0 when unknown.</param>
public sealed record SourceLocation(string File, int Line = 0, int Column = 0)
{
    /// <summary>"case.yaml:14:5", the form that editors and terminals can follow.</summary>
    public override string ToString() => Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
