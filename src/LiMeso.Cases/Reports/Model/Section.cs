namespace LiMeso.Cases.Reports.Model;

/// <summary>A headed part of a report.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What it consists of, in reading order.</param>
public sealed record Section(string Heading, IReadOnlyList<Block> Blocks);

/// <summary>A piece of a section: <see cref="Paragraph"/>, <see cref="KeyNumbers"/>, <see cref="Table"/>, <see cref="Notice"/>, <see cref="LineFigure"/> or <see cref="MapFigure"/>.</summary>
public abstract record Block;

/// <summary>A paragraph of text.</summary>
/// <param name="Text">Its text, see <see cref="InlineText"/>.</param>
public sealed record Paragraph(string Text) : Block;
