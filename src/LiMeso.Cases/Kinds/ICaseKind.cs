using LiMeso.Cases.Files;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds;

/// <summary>A kind of case: which keys its file has, and how it becomes a case that can run. A plug-in, registered in <see cref="CaseKinds"/>.</summary>
public interface ICaseKind
{
    /// <summary>The keys of the case file, from the same function that reads them.</summary>
    SectionSchema Schema { get; }

    /// <summary>Values that make the template a case that runs, for keys by dotted path; other keys that must be given show their examples.</summary>
    IReadOnlyDictionary<string, string> Template { get; }

    /// <summary>Reads and checks the whole case: after this only the computation itself can fail.</summary>
    /// <param name="directory">The case directory.</param>
    /// <exception cref="InputException">The input cannot be used.</exception>
    ICase Prepare(CaseDirectory directory);
}
