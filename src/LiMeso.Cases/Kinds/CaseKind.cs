using LiMeso.Cases.Files;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds;

/// <summary>A kind of case whose settings are one record.</summary>
/// <typeparam name="TSettings">The settings.</typeparam>
public abstract class CaseKind<TSettings> : ICaseKind
{
    /// <inheritdoc/>
    public SectionSchema Schema => SectionDescriber.Describe(s => Read(s));

    /// <inheritdoc/>
    public virtual IReadOnlyDictionary<string, string> Template => new Dictionary<string, string>();

    /// <inheritdoc/>
    public ICase Prepare(CaseDirectory directory)
    {
        TSettings settings = NodeSectionReader.Read(directory.Root, "", Read);
        return Prepare(settings, directory);
    }

    /// <summary>States the keys and reads them.</summary>
    /// <param name="section">Top level of the case file.</param>
    protected abstract TSettings Read(SectionReader section);

    /// <summary>Looks up what the settings name (data sets, tables) and checks that it fits together.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="directory">The case directory.</param>
    protected abstract ICase Prepare(TSettings settings, CaseDirectory directory);
}
