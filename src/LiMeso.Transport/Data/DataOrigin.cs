namespace LiMeso.Transport.Data;

/// <summary>Whether a data set rests on the literature, on our own simulations, or, declared as such, on both.</summary>
public enum DataOrigin
{
    /// <summary>Published values and what was inferred or assumed around them; nothing computed here.</summary>
    Published,

    /// <summary>Values computed here, and assumptions; nothing published or inferred from publications.</summary>
    Computed,

    /// <summary>Both, knowingly.</summary>
    Mixed,
}

/// <summary>Which values may stand in a set of which origin.</summary>
public static class DataOriginRules
{
    /// <summary>Whether a set of that origin may hold a value of that status. Assumptions are allowed everywhere.</summary>
    /// <param name="origin">Origin of the set.</param>
    /// <param name="status">Status of the value.</param>
    public static bool Admits(this DataOrigin origin, ValueStatus status) => origin switch
    {
        DataOrigin.Published => status != ValueStatus.Computed,
        DataOrigin.Computed => status is ValueStatus.Computed or ValueStatus.Assumed,
        _ => true,
    };
}
