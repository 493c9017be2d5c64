using System.Globalization;
using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;

namespace LiMeso.Storage.Snapshots;

/// <summary>One snapshot in one file, <c>snapshots/000012.h5</c>: fields as data sets with units; step, time and scalars as attributes.</summary>
internal static class SnapshotFile
{
    public const string Folder = "snapshots";
    public const string Format = "format";
    public const string Step = "step";
    public const string Time = "time";
    public const string TimeUnit = "time_unit";
    public const string Number = "number";
    public const string Unit = "unit";

    private const string FormatName = "LiMeso snapshot 1";

    public static string UnitOf(string scalar) => $"{scalar}_{Unit}";

    /// <summary>Name in the index and, with the ending, of the file: <c>000012</c>.</summary>
    public static string NameOf(int number) => number.ToString("d6", CultureInfo.InvariantCulture);

    /// <summary>Path relative to the results directory, with forward slashes.</summary>
    public static string PathOf(int number) => $"{Folder}/{NameOf(number)}.h5";

    /// <summary>The number in a file name; null if it is no snapshot's.</summary>
    public static int? NumberOf(string fileName) =>
        Path.GetExtension(fileName) == ".h5" && int.TryParse(Path.GetFileNameWithoutExtension(fileName), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    /// <summary>Writes a snapshot; it is complete, whatever becomes of the process, when the call returns.</summary>
    public static void Write(string directory, SnapshotLayout layout, SnapshotInfo info, ReadOnlySpan<ReadOnlyMemory<double>> fields)
    {
        // Spans cannot enter the lambda below.
        ReadOnlyMemory<double>[] values = fields.ToArray();
        int[] shape = [.. layout.Mesh.Shape];
        Hdf5File.Write(
            Path.Combine(directory, PathOf(info.Number)),
            file =>
            {
                file.SetAttribute(Format, FormatName);
                file.SetAttribute(Number, info.Number);
                file.SetAttribute(Step, info.Step);
                file.SetAttribute(Time, info.Time);
                file.SetAttribute(TimeUnit, "s");
                for (int i = 0; i < layout.Scalars.Count; i++)
                {
                    file.SetAttribute(layout.Scalars[i].Name, info.Scalars[i]);
                    file.SetAttribute(UnitOf(layout.Scalars[i].Name), layout.Scalars[i].Unit);
                }
                for (int i = 0; i < layout.Fields.Count; i++)
                {
                    using Hdf5Dataset data = file.Write(layout.Fields[i].Name, values[i].Span, shape);
                    data.SetAttribute(Unit, layout.Fields[i].Unit);
                }
            },
            Durability.ProcessKill);
    }

    /// <summary>Reads step, time and scalars of a snapshot after checking every byte of it.</summary>
    /// <exception cref="IOException">It is missing, damaged, or holds other quantities than the layout says.</exception>
    public static SnapshotInfo ReadInfo(string directory, SnapshotLayout layout, int number)
    {
        string path = Path.Combine(directory, PathOf(number));
        using Hdf5File file = Hdf5File.OpenVerified(path);
        if (layout.Fields.FirstOrDefault(f => !file.Contains(f.Name)) is { } missing)
            throw new DamagedFileException(path, $"it has no field '{missing.Name}'");
        return new SnapshotInfo(number, file.GetLong(Step), file.GetDouble(Time), [.. layout.Scalars.Select(s => file.GetDouble(s.Name))]);
    }
}
