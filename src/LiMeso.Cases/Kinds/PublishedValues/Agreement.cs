namespace LiMeso.Cases.Kinds.PublishedValues;

/// <summary>What it means that a value agrees with a printed one.</summary>
internal enum Agreement
{
    /// <summary>It rounds to the printed digits.</summary>
    Digits,

    /// <summary>It lies within a relative tolerance.</summary>
    Tolerance,

    /// <summary>It is nearer to the printed power of ten than to any other.</summary>
    Decade,

    /// <summary>It lies between two printed ends.</summary>
    Interval,

    /// <summary>It is no smaller.</summary>
    AtLeast,

    /// <summary>It is no larger.</summary>
    AtMost,

    /// <summary>No number is printed, only words: ours is shown and not judged.</summary>
    Words,
}

/// <summary>What a printed value can tell about LiMeso and its data set.</summary>
internal enum ClaimRole
{
    /// <summary>Nothing was chosen to give it: a test.</summary>
    Prediction,

    /// <summary>It follows from fitted or copied values by the formulas alone: a test of the formulas.</summary>
    Consequence,

    /// <summary>The data set was made to give it: no test.</summary>
    Fitted,

    /// <summary>A measurement that the publication quotes.</summary>
    Measured,

    /// <summary>Copied into the data set or the cases: no test.</summary>
    Input,

    /// <summary>Printed, but not computed here.</summary>
    Quoted,
}

/// <summary>What came of a comparison.</summary>
internal enum ClaimVerdict
{
    /// <summary>Agrees.</summary>
    Agrees,

    /// <summary>Differs.</summary>
    Differs,

    /// <summary>An input: the same by construction.</summary>
    Input,

    /// <summary>Printed in words only.</summary>
    InWords,

    /// <summary>Not computed.</summary>
    NotComputed,
}
