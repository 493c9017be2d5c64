using System.CommandLine;
using LiMeso.Atomistics.Meam;
using LiMeso.Atomistics.Potentials;
using LiMeso.Cli.CommandLine;
using LiMeso.Core.Input;

namespace LiMeso.Cli.Commands.Md;

/// <summary>A potential as the command line chose it.</summary>
/// <param name="Name">Its registered name, or that of its parameter file.</param>
/// <param name="Potential">The potential.</param>
/// <param name="IsRegistered">Whether it ships with the program.</param>
internal sealed record ChosenPotential(string Name, IInteratomicPotential Potential, bool IsRegistered);

/// <summary>Options that choose a potential and the threads to evaluate it with.</summary>
internal sealed class PotentialOptions
{
    private readonly Option<string?> _name = new("--potential", "-p") { HelpName = "NAME", Description = $"A potential that ships with LiMeso (default: {InteratomicPotentials.Default})." };
    private readonly Option<string?> _library = new("--library") { HelpName = "FILE", Description = "MEAM library file of LAMMPS, instead of a name; needs --parameters." };
    private readonly Option<string?> _parameters = new("--parameters") { HelpName = "FILE", Description = "MEAM parameter file that goes with the library." };
    private readonly Option<string?> _element = new("--element") { HelpName = "NAME", Description = "Element as the library names it (default: Li)." };
    private readonly Option<int> _threads = SharedOptions.Threads();

    public PotentialOptions()
    {
        _name.CompletionSources.Add(_ => InteratomicPotentials.All.Names);
        // One by default: the same numbers on every machine, and threads that wait for each other thousands of times a second need cores of their own.
        _threads.DefaultValueFactory = _ => 1;
        _threads.Description = "Threads that evaluate forces (default: 1). More pay from a few thousand atoms on, on cores of their own; they change the last digits.";
    }

    public IEnumerable<Option> All => [.. Choice, _threads];

    /// <summary>Those that choose the potential.</summary>
    public IEnumerable<Option> Choice => [_name, _library, _parameters, _element];

    /// <summary>The potential.</summary>
    /// <exception cref="InputException">There is none of that name, the options contradict each other, or a file cannot be used.</exception>
    public ChosenPotential Read(ParseResult parsed)
    {
        string? name = parsed.GetValue(_name), library = parsed.GetValue(_library), parameters = parsed.GetValue(_parameters), element = parsed.GetValue(_element);
        if (library is null && parameters is null)
        {
            if (element is not null) throw new InputException(new SourceLocation("--element"), "a potential with a name has its element", "Give --library and --parameters, or leave --element out.");
            name ??= InteratomicPotentials.Default;
            if (!InteratomicPotentials.All.Contains(name))
                throw new InputException(new SourceLocation("--potential"), $"unknown interatomic potential '{name}'", Suggestion.For(name, InteratomicPotentials.All.Names));
            return new ChosenPotential(name, InteratomicPotentials.All[name], IsRegistered: true);
        }

        if (name is not null) throw new InputException(new SourceLocation("--potential"), "a potential is given by name and by files", "Leave one out.");
        if (library is null) throw new InputException(null, "--parameters needs --library", "Give both files that LAMMPS's pair_style meam takes.");
        if (parameters is null) throw new InputException(null, "--library needs --parameters", "Give both files that LAMMPS's pair_style meam takes.");
        return new ChosenPotential(Path.GetFileName(parameters), MeamPotential.Read(library, parameters, element ?? "Li"), IsRegistered: false);
    }

    /// <summary>The keys of a case's section <c>potential</c> that the options stand for: files by their full paths.</summary>
    public IEnumerable<(string Key, string Value, string Option)> Given(ParseResult parsed)
    {
        if (parsed.GetValue(_name) is { } name) yield return ("name", name, _name.Name);
        if (parsed.GetValue(_library) is { } library) yield return ("library", Path.GetFullPath(library), _library.Name);
        if (parsed.GetValue(_parameters) is { } parameters) yield return ("parameters", Path.GetFullPath(parameters), _parameters.Name);
        if (parsed.GetValue(_element) is { } element) yield return ("element", element, _element.Name);
    }

    /// <summary>How to evaluate it.</summary>
    public EvaluatorOptions Evaluation(ParseResult parsed) => new(Threads: parsed.GetValue(_threads));
}
