using LiMeso.Cases.Files;

namespace LiMeso.Cases.Kinds;

/// <summary>The input of a case, of whatever kind.</summary>
internal interface ICaseSettings
{
    /// <summary>What the case says about itself.</summary>
    CaseHeader Header { get; }
}
