using System.Globalization;
using System.Text;
using LiMeso.Core;
using LiMeso.Core.Input;
using LiMeso.FiniteVolume.Homogenisation;

namespace LiMeso.Cases.Microstructures;

/// <summary>An image of a periodic medium: every pixel has a label, the number of the phase that it lies in. The first row is the top one.</summary>
/// <param name="Columns">Pixels in a row.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Labels">Labels row by row.</param>
public sealed record LabelledImage(int Columns, int Rows, IReadOnlyList<int> Labels)
{
    private const int MostListed = 5;

    /// <summary>Reads an image: PGM, text (P2) or binary (P5), whose grey values are labels; otherwise rows of whole numbers with commas between them.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file is missing, or no such image.</exception>
    public static LabelledImage Read(string path)
    {
        if (!File.Exists(path)) throw new InputException(new SourceLocation(path), "no such file");
        byte[] bytes = File.ReadAllBytes(path);
        return bytes is [(byte)'P', (byte)'2' or (byte)'5', ..] ? new PortableGraymap(path, bytes).Read() : ReadTable(path);
    }

    /// <summary>The labels that occur, in order.</summary>
    public IReadOnlyList<int> Phases { get; } = [.. Labels.Distinct().Order()];

    /// <summary>Area fraction of a label.</summary>
    /// <param name="label">The label.</param>
    public double FractionOf(int label) => (double)Labels.Count(l => l == label) / Labels.Count;

    /// <summary>The labels that have no diffusivity, in order.</summary>
    /// <param name="diffusivities">D by label, m²/s.</param>
    public IReadOnlyList<int> LabelsWithout(IReadOnlyDictionary<int, double> diffusivities) => [.. Phases.Where(label => !diffusivities.ContainsKey(label))];

    /// <summary>That they have none, in a sentence.</summary>
    /// <param name="labels">The labels.</param>
    public static string Lacking(IReadOnlyList<int> labels) =>
        $"{CountText.Of(labels.Count, "label")} of the image {(labels.Count == 1 ? "has" : "have")} no diffusivity: {Listed(labels)}";

    /// <summary>Labels as a list in a message, which ends after a few.</summary>
    /// <param name="labels">The labels.</param>
    public static string Listed(IReadOnlyList<int> labels) => string.Join(", ", labels.Take(MostListed)) + (labels.Count > MostListed ? ", ..." : "");

    /// <summary>The unit cell that the image shows; each pixel is a square block.</summary>
    /// <param name="diffusivities">D by label, m²/s; positive and finite, for every label that occurs.</param>
    public IUnitCell ToUnitCell(IReadOnlyDictionary<int, double> diffusivities)
    {
        IReadOnlyList<int> phases = Phases;
        Dictionary<int, int> index = phases.Select((label, k) => (label, k)).ToDictionary(p => p.label, p => p.k);
        int[] fromBelow = [.. Enumerable.Range(0, Rows).SelectMany(j => Enumerable.Range(0, Columns).Select(i => index[Labels[i + Columns * (Rows - 1 - j)]]))];
        return new BlockCell(Ones(Columns), Ones(Rows), fromBelow, [.. phases.Select(label => diffusivities[label])]);
    }

    private static LabelledImage ReadTable(string path)
    {
        List<int> labels = [];
        int columns = 0, rows = 0, number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.AsSpan().Trim().IsEmpty || line.StartsWith('#')) continue;
            string[] cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (rows++ == 0) columns = cells.Length;
            if (cells.Length != columns) throw new InputException(new SourceLocation(path, number), $"expected {CountText.Of(columns, "label")} as in the first row, found {cells.Length}");
            foreach (string cell in cells)
            {
                if (!int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int label))
                    throw new InputException(new SourceLocation(path, number), $"expected a label, a whole number, found '{cell}'", "Write rows of labels with commas between them, or a PGM file.");
                labels.Add(label);
            }
        }

        return rows > 0 ? new LabelledImage(columns, rows, labels) : throw new InputException(new SourceLocation(path), "there are no labels in the file", "Write rows of labels with commas between them, or a PGM file.");
    }

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    /// <summary>Netpbm's format for grey images: "P2" or "P5", width, height, largest value, values; '#' begins a comment in the text part.</summary>
    private sealed class PortableGraymap(string path, byte[] bytes)
    {
        private int _at = 2;

        public LabelledImage Read()
        {
            int columns = Number("the width", 1 << 20), rows = Number("the height", 1 << 20), largest = Number("the largest value", 65535);
            long count = (long)columns * rows;
            if (columns == 0 || rows == 0 || count > Array.MaxLength) throw Wrong("an image has pixels");
            var labels = new int[count];
            if (bytes[1] == (byte)'2')
            {
                for (int k = 0; k < labels.Length; k++) labels[k] = Number($"pixel {k + 1} of {labels.Length}", largest);
                return new LabelledImage(columns, rows, labels);
            }

            int size = largest < 256 ? 1 : 2;
            ReadOnlySpan<byte> pixels = bytes.AsSpan(Math.Min(_at + 1, bytes.Length));
            if (pixels.Length < count * size) throw Wrong($"{count} pixels are announced, {pixels.Length / size} are there");
            for (int k = 0; k < labels.Length; k++) labels[k] = size == 1 ? pixels[k] : pixels[2 * k] << 8 | pixels[2 * k + 1];
            return new LabelledImage(columns, rows, labels);
        }

        private int Number(string what, int largest)
        {
            while (_at < bytes.Length && (IsSpace(bytes[_at]) || bytes[_at] == (byte)'#'))
            {
                if (bytes[_at] == (byte)'#')
                {
                    while (_at < bytes.Length && bytes[_at] != (byte)'\n') _at++;
                }
                else
                {
                    _at++;
                }
            }

            int start = _at;
            while (_at < bytes.Length && !IsSpace(bytes[_at])) _at++;
            string text = Encoding.ASCII.GetString(bytes, start, Math.Min(_at - start, 20));
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= largest
                ? value
                : throw Wrong($"expected {what}, a whole number up to {largest}, found '{text}'");
        }

        private static bool IsSpace(byte c) => c is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

        private InputException Wrong(string problem) => new(new SourceLocation(path), $"this PGM file cannot be read: {problem}");
    }
}
