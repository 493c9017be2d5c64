using System.Collections;

namespace LiMeso.Core.Registries;

/// <summary>One registered plug-in: the name it has in case files, one line that describes it, and the thing itself.</summary>
/// <typeparam name="T">The plug-in's contract.</typeparam>
/// <param name="Name">Lower-case name with hyphens, as written in a case file.</param>
/// <param name="Summary">One line for <c>limeso list</c>.</param>
/// <param name="Member">The plug-in.</param>
public sealed record Registered<T>(string Name, string Summary, T Member);

/// <summary>Plug-ins of one contract by name. Fill it with a collection initializer: one line a member.</summary>
/// <typeparam name="T">The plug-in's contract.</typeparam>
/// <param name="what">What the members are, in the singular, for messages: "polycrystal model".</param>
public sealed class Registry<T>(string what) : IEnumerable<Registered<T>>
{
    private readonly Dictionary<string, Registered<T>> _byName = [];
    private readonly List<Registered<T>> _inOrder = [];

    /// <summary>What the members are, in the singular.</summary>
    public string What { get; } = what;

    /// <summary>The names, in the order of registration.</summary>
    public IEnumerable<string> Names => _inOrder.Select(r => r.Name);

    /// <summary>Adds a member; called by the collection initializer.</summary>
    /// <param name="name">Name in case files.</param>
    /// <param name="summary">One line of description.</param>
    /// <param name="member">The plug-in.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(string name, string summary, T member)
    {
        var entry = new Registered<T>(name, summary, member);
        _byName.Add(name, entry);
        _inOrder.Add(entry);
    }

    /// <summary>The member of that name.</summary>
    /// <param name="name">Name in case files.</param>
    /// <exception cref="UnknownNameException">No member has that name.</exception>
    public T this[string name] =>
        _byName.TryGetValue(name, out Registered<T>? entry) ? entry.Member : throw new UnknownNameException(What, name, [.. Names]);

    /// <summary>Whether a member of that name exists.</summary>
    /// <param name="name">Name in case files.</param>
    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <inheritdoc/>
    public IEnumerator<Registered<T>> GetEnumerator() => _inOrder.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
