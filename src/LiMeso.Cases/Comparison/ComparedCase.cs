using LiMeso.Cases.Reports.Model;

namespace LiMeso.Cases.Comparison;

/// <summary>A case whose models are compared.</summary>
/// <param name="Path">The directory, as the user wrote it.</param>
/// <param name="Folder">Name of its folder among the runs.</param>
/// <param name="Title">Its title.</param>
/// <param name="InputHash">Hash of its input, with the model that it names itself.</param>
/// <param name="Citations">Works to be credited.</param>
internal sealed record ComparedCase(string Path, string Folder, string Title, string InputHash, IReadOnlyList<Citation> Citations);
