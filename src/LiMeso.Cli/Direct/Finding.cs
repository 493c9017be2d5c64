namespace LiMeso.Cli.Direct;

/// <summary>One value of an answer, under a key that stays the same for scripts.</summary>
/// <param name="Key">Key in JSON, and column of a table; quantities carry their unit: "depletion_time_s".</param>
/// <param name="Number">The value, or null.</param>
/// <param name="Text">The value, if it is a text.</param>
internal readonly record struct Finding(string Key, double? Number, string? Text = null);
