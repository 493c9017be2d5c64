using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Potentials;
using LiMeso.Cases.Files;
using LiMeso.Cases.Reports.Model;
using LiMeso.Cases.Running;
using LiMeso.Core.Input;

namespace LiMeso.Cases.Atoms;

/// <summary>Which interatomic potential a case uses: one that comes with the program, or two files of LAMMPS.</summary>
/// <param name="Name">Name of a shipped potential; not used with files.</param>
/// <param name="Library">The library file, or null.</param>
/// <param name="Parameters">The parameter file, or null.</param>
/// <param name="Element">The element as the library names it.</param>
/// <param name="LibraryLocation">Where the library file is written.</param>
/// <param name="ParametersLocation">Where the parameter file is written.</param>
internal sealed record PotentialSettings(string Name, string? Library, string? Parameters, string Element, SourceLocation LibraryLocation, SourceLocation ParametersLocation)
{
    /// <summary>Key of the section.</summary>
    public const string Key = "potential";

    /// <summary>What the section is for.</summary>
    public const string Description = "Interatomic potential: one by name, or a library and a parameter file of LAMMPS.";

    /// <summary>Where the lithium potential comes from.</summary>
    public static readonly Citation Citation = new(CitationRole.Data, "Y.-M. Kim, I.-H. Jung, B.-J. Lee, Model. Simul. Mater. Sci. Eng. 20 (2012) 035005: 2NN-MEAM potential of lithium", "10.1088/0965-0393/20/3/035005");

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section.</param>
    public static PotentialSettings Read(SectionReader section)
    {
        var settings = new PotentialSettings(
            section.Name("name", InteratomicPotentials.All.Names, "A potential that comes with the program.", InteratomicPotentials.Default),
            section.OptionalText("library", "Library file of a MEAM potential (LAMMPS), instead of a name.", "library.meam"),
            section.OptionalText("parameters", "Parameter file that goes with the library.", "Li.meam"),
            section.Text("element", "Element as the library names it.", "Li"),
            section.LocationOf("library"), section.LocationOf("parameters"));
        section.Check(settings.Library is null == settings.Parameters is null, settings.Library is null ? "parameters" : "library", "a potential from files needs both 'library' and 'parameters'");
        if (settings.Library is not null && section.Has("library")) section.Check(!section.Has("name"), "name", "a potential from files has no 'name'", "Remove it, or remove 'library' and 'parameters'.");
        return settings;
    }

    /// <summary>The potential.</summary>
    /// <param name="paths">Finds the files.</param>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public ResolvedPotential Resolve(CasePaths paths)
    {
        if (Library is null || Parameters is null)
        {
            IInteratomicPotential shipped = InteratomicPotentials.All[Name];
            string text = shipped is MeamPotential meam ? meam.Parameters.ToString() : Name;
            return new ResolvedPotential(shipped, Name, Element, new Dictionary<string, string> { [$"potential {Name}"] = InputHashes.OfText(text) }, [Citation]);
        }

        string library = paths.Resolve(Library, LibraryLocation), parameters = paths.Resolve(Parameters, ParametersLocation);
        return new ResolvedPotential(
            MeamPotential.Read(library, parameters, Element), Parameters, Element,
            new Dictionary<string, string> { [Library] = InputHashes.OfFile(library), [Parameters] = InputHashes.OfFile(parameters) }, []);
    }
}

/// <summary>A potential that is ready for use.</summary>
/// <param name="Potential">The potential.</param>
/// <param name="Name">Its name for reports.</param>
/// <param name="Element">Symbol of the element.</param>
/// <param name="Hashes">SHA-256 of what it was made from.</param>
/// <param name="Citations">To be credited.</param>
internal sealed record ResolvedPotential(IInteratomicPotential Potential, string Name, string Element, IReadOnlyDictionary<string, string> Hashes, IReadOnlyList<Citation> Citations);
