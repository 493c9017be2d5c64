using System.Globalization;
using LiMeso.Core.Registries;
using LiMeso.Core.Units;

namespace LiMeso.Core.Input;

/// <summary>
/// A section as settings classes see it. One function that takes a <see cref="SectionReader"/> and returns the settings states each key once:
/// run against a document it reads and checks, run against nothing (<see cref="SectionDescriber"/>) it yields the schema,
/// from which come the list of valid keys, the JSON Schema, the templates and the keys that a sweep may vary.
/// </summary>
public abstract class SectionReader
{
    /// <summary>Whether the key was written.</summary>
    /// <param name="key">The key.</param>
    public abstract bool Has(string key);

    /// <summary>Where the key's value was written; the section's own place when it was not.</summary>
    /// <param name="key">The key.</param>
    public abstract SourceLocation LocationOf(string key);

    /// <summary>A quantity that must be given unless it has a default.</summary>
    /// <param name="key">The key.</param>
    /// <param name="kind">The kind of quantity.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="fallback">The default, as it would be written; null when the key must be given.</param>
    /// <param name="example">A value for templates; the kind's own example when null.</param>
    /// <param name="limits">Values allowed, in SI; greater than zero when null.</param>
    /// <returns>The value in SI.</returns>
    public double Quantity(string key, QuantityKind kind, string description, string? fallback = null, string? example = null, Limits? limits = null)
    {
        KeySchema schema = Scalar(key, KeyType.Quantity, description, fallback, example ?? kind.Example) with { Kind = kind, Limits = limits ?? Limits.Positive };
        return Value(schema, node => InputValues.Quantity(node, schema), null);
    }

    /// <summary>A quantity that may be left out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="kind">The kind of quantity.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="example">A value for templates; the kind's own example when null.</param>
    /// <param name="limits">Values allowed, in SI; greater than zero when null.</param>
    /// <returns>The value in SI, or null.</returns>
    public double? OptionalQuantity(string key, QuantityKind kind, string description, string? example = null, Limits? limits = null)
    {
        KeySchema schema = Scalar(key, KeyType.Quantity, description, null, example ?? kind.Example) with { Kind = kind, Limits = limits ?? Limits.Positive, Required = false };
        return Value<double?>(schema, node => InputValues.Quantity(node, schema), () => null);
    }

    /// <summary>Several quantities: a list, or a range <c>{from: 10 nm, to: 1 mm, count: 101, spacing: log}</c>, or a single one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="kind">The kind of quantity.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="fallback">The default, as it would be written; null when the key must be given.</param>
    /// <param name="example">A value for templates, as it would be written; a list of the kind's own example when null.</param>
    /// <param name="limits">Values allowed, in SI; greater than zero when null.</param>
    /// <returns>The values in SI, in the order of writing.</returns>
    public IReadOnlyList<double> Quantities(string key, QuantityKind kind, string description, string? fallback = null, string? example = null, Limits? limits = null)
    {
        KeySchema schema = Scalar(key, KeyType.Quantity, description, fallback, example ?? $"[{kind.Example}]") with { Kind = kind, Limits = limits ?? Limits.Positive, IsList = true };
        return Value(schema, node => InputValues.Quantities(node, schema), null);
    }

    /// <summary>Several quantities that may be left out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="kind">The kind of quantity.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="example">A value for templates, as it would be written; a list of the kind's own example when null.</param>
    /// <param name="limits">Values allowed, in SI; greater than zero when null.</param>
    /// <returns>The values in SI, in the order of writing; empty when left out.</returns>
    public IReadOnlyList<double> OptionalQuantities(string key, QuantityKind kind, string description, string? example = null, Limits? limits = null)
    {
        KeySchema schema = Scalar(key, KeyType.Quantity, description, null, example ?? $"[{kind.Example}]") with { Kind = kind, Limits = limits ?? Limits.Positive, IsList = true, Required = false };
        return Value(schema, node => InputValues.Quantities(node, schema), () => []);
    }

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="fallback">The default; null when the key must be given.</param>
    /// <param name="limits">Values allowed; greater than zero when null.</param>
    public int WholeNumber(string key, string description, int? fallback = null, Limits? limits = null)
    {
        Limits allowed = limits ?? Limits.Positive;
        string? written = fallback?.ToString(CultureInfo.InvariantCulture);
        string example = Math.Max(1, allowed.Minimum).ToString(CultureInfo.InvariantCulture);
        KeySchema schema = Scalar(key, KeyType.WholeNumber, description, written, example) with { Limits = allowed };
        return Value(schema, node => InputValues.Integer(node, schema), null);
    }

    /// <summary>A whole number that may be left out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="limits">Values allowed; greater than zero when null.</param>
    public int? OptionalWholeNumber(string key, string description, Limits? limits = null)
    {
        Limits allowed = limits ?? Limits.Positive;
        string example = Math.Max(1, allowed.Minimum).ToString(CultureInfo.InvariantCulture);
        KeySchema schema = Scalar(key, KeyType.WholeNumber, description, null, example) with { Limits = allowed, Required = false };
        return Value<int?>(schema, node => InputValues.Integer(node, schema), () => null);
    }

    /// <summary>true or false.</summary>
    /// <param name="key">The key.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="fallback">The default.</param>
    public bool Flag(string key, string description, bool fallback) =>
        Value(Scalar(key, KeyType.Flag, description, fallback ? "true" : "false", null), InputValues.Flag, null);

    /// <summary>Text that must be given unless it has a default.</summary>
    /// <param name="key">The key.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="fallback">The default; null when the key must be given.</param>
    /// <param name="example">A value for templates.</param>
    public string Text(string key, string description, string? fallback = null, string? example = null) =>
        Value(Scalar(key, KeyType.Text, description, fallback, example ?? fallback ?? "text"), InputValues.Text, null);

    /// <summary>Text that may be left out.</summary>
    /// <param name="key">The key.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="example">A value for templates.</param>
    public string? OptionalText(string key, string description, string? example = null) =>
        Value<string?>(Scalar(key, KeyType.Text, description, null, example ?? "text") with { Required = false }, InputValues.Text, () => null);

    /// <summary>One of some names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="names">The valid names.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="fallback">The default; null when the key must be given.</param>
    public string Name(string key, IEnumerable<string> names, string description, string? fallback = null)
    {
        KeySchema schema = Named(key, names, description, fallback);
        return Value(schema, node => InputValues.Name(node, schema), null);
    }

    /// <summary>One of some names, or nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="names">The valid names.</param>
    /// <param name="description">One sentence.</param>
    public string? OptionalName(string key, IEnumerable<string> names, string description)
    {
        KeySchema schema = Named(key, names, description, null) with { Required = false };
        return Value<string?>(schema, node => InputValues.Name(node, schema), () => null);
    }

    /// <summary>A list of names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="names">The valid names.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="fallback">The default, as it would be written: "[hart, chen-schuh]"; null when the key must be given.</param>
    public IReadOnlyList<string> Names(string key, IEnumerable<string> names, string description, string? fallback = null)
    {
        KeySchema schema = Named(key, names, description, fallback) with { IsList = true };
        return Value(schema, node => InputValues.List(node, item => InputValues.Name(item, schema)), null);
    }

    /// <summary>A registered plug-in, by name.</summary>
    /// <typeparam name="T">The plug-in's contract.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="registry">Where its kind is registered.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="fallback">The default's name; null when the key must be given.</param>
    public T Member<T>(string key, Registry<T> registry, string description, string? fallback = null) =>
        registry[Name(key, registry.Names, description, fallback)];

    /// <summary>A section that must be given.</summary>
    /// <typeparam name="T">The settings that it becomes.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="read">Reads the section.</param>
    public T Section<T>(string key, string description, Func<SectionReader, T> read) =>
        Inner(new KeySchema(key, KeyType.Section, description) { Required = true }, read, null);

    /// <summary>A section that may be left out: every key then has its default.</summary>
    /// <typeparam name="T">The settings that it becomes.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="read">Reads the section.</param>
    public T SectionOrDefaults<T>(string key, string description, Func<SectionReader, T> read) =>
        Inner(new KeySchema(key, KeyType.Section, description), read, () => NodeSectionReader.Read(new InputMap([], LocationOf(key)), key, read));

    /// <summary>A section that may be left out.</summary>
    /// <typeparam name="T">The settings that it becomes.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="read">Reads the section.</param>
    /// <returns>The settings, or null.</returns>
    public T? OptionalSection<T>(string key, string description, Func<SectionReader, T> read)
        where T : class => Inner<T?>(new KeySchema(key, KeyType.Section, description), read, () => null);

    /// <summary>A list of sections.</summary>
    /// <typeparam name="T">The settings that each becomes.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="read">Reads one section.</param>
    /// <param name="required">Whether the list must be given; an absent list is empty.</param>
    public IReadOnlyList<T> Sections<T>(string key, string description, Func<SectionReader, T> read, bool required = true) =>
        InnerList(new KeySchema(key, KeyType.Section, description) { Required = required, IsList = true }, read);

    /// <summary>Stops with a located error unless a condition holds.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="key">The key to blame.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="advice">What to write instead.</param>
    /// <exception cref="InputException">The condition does not hold.</exception>
    public virtual void Check(bool holds, string key, string problem, string? advice = null)
    {
        if (!holds) throw new InputException(LocationOf(key), problem, advice);
    }

    /// <summary>Stops with a located error if a key was written that what else was written leaves without effect.</summary>
    /// <param name="keys">The keys without effect.</param>
    /// <param name="because">What leaves them so: "'kind: probe'".</param>
    /// <exception cref="InputException">One of them was written.</exception>
    public void RefuseUnused(IEnumerable<string> keys, string because)
    {
        foreach (string key in keys) Check(!Has(key), key, $"{because} takes no '{key}'", "Remove it: it would change nothing.");
    }

    /// <summary>The value of a key.</summary>
    private protected abstract T Value<T>(KeySchema key, Func<InputNode, T> convert, Func<T>? whenAbsent);

    /// <summary>The settings of a section within this one.</summary>
    private protected abstract T Inner<T>(KeySchema key, Func<SectionReader, T> read, Func<T>? whenAbsent);

    /// <summary>The settings of each section of a list.</summary>
    private protected abstract IReadOnlyList<T> InnerList<T>(KeySchema key, Func<SectionReader, T> read);

    private static KeySchema Scalar(string key, KeyType type, string description, string? fallback, string? example) =>
        new(key, type, description) { Required = fallback is null, Default = fallback, Example = fallback ?? example };

    private static KeySchema Named(string key, IEnumerable<string> names, string description, string? fallback)
    {
        string[] valid = [.. names];
        return Scalar(key, KeyType.Name, description, fallback, valid.FirstOrDefault()) with { Names = valid };
    }
}
