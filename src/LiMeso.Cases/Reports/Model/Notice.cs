namespace LiMeso.Cases.Reports.Model;

/// <summary>How much a notice matters.</summary>
public enum NoticeLevel
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>The numbers need care: a model outside its validity, say.</summary>
    Warning,

    /// <summary>The run did not do what it was asked.</summary>
    Failure,
}

/// <summary>A remark set apart from the text.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">What is the matter, and what it means for the numbers.</param>
public sealed record Notice(NoticeLevel Level, string Title, string Text) : Block;
