namespace LiMeso.Cases.Settings;

/// <summary>Messages of exceptions as they can be shown to users.</summary>
internal static class Sentences
{
    /// <summary>The message without the name of the parameter and its value, which mean something to programmers only.</summary>
    /// <param name="error">What the other room complained of.</param>
    public static string Of(ArgumentException error)
    {
        int end = error.ParamName is { } name ? error.Message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) : -1;
        return end < 0 ? error.Message : error.Message[..end];
    }
}
