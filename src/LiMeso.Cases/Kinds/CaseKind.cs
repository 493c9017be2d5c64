using LiMeso.Cases.Files;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Kinds;

/// <summary>A kind of case whose settings are one record.</summary>
/// <typeparam name="TSettings">The settings.</typeparam>
/// <param name="read">States the keys of the case file and reads them.</param>
internal abstract class CaseKind<TSettings>(Func<SectionReader, TSettings> read) : ICaseKind
    where TSettings : ICaseSettings
{
    /// <inheritdoc/>
    public SectionSchema Schema => SectionDescriber.Describe(read);

    /// <inheritdoc/>
    public abstract IReadOnlyDictionary<string, string> Template { get; }

    /// <inheritdoc/>
    public ICase Prepare(CaseDirectory directory)
    {
        TSettings settings = NodeSectionReader.Read(directory.Root, "", read);
        return Prepare(settings, directory, new CasePaths(directory.Path, settings.Header.OutsidePaths));
    }

    /// <summary>Looks up what the settings name (data sets, tables) and checks that it fits together.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="directory">The case directory.</param>
    /// <param name="paths">Where the case's files are.</param>
    /// <exception cref="InputException">Something does not exist, or does not fit.</exception>
    protected abstract ICase Prepare(TSettings settings, CaseDirectory directory, CasePaths paths);
}
