using System.Text;
using LiMeso.Cases.Results;
using LiMeso.Storage.Files;

namespace LiMeso.Cases.Export;

/// <summary>
/// Results as CSV files, in a folder <c>arrays</c>: one file for each axis, whose columns are the arrays along it; one for each array of two dimensions,
/// with the axes in the first column and row; a long table for each array of more; and one for the single numbers.
/// </summary>
internal static class ResultTables
{
    private const string Folder = "arrays";

    public static IReadOnlyList<string> Write(ResultData data, string output)
    {
        string directory = Path.Combine(output, Folder);
        Directory.CreateDirectory(directory);
        var files = new List<string>();
        void Save(string name, StringBuilder text)
        {
            string path = Path.Combine(directory, name.Replace('/', '-') + ".csv");
            AtomicFile.WriteText(path, text.ToString(), Durability.ProcessKill);
            files.Add(path);
        }

        foreach (IGrouping<ResultDimension, ResultArray> axis in data.Arrays.Values.Where(a => a.Dimensions.Count == 1).GroupBy(a => a.Dimensions[0]))
            Save($"by-{axis.Key.Name}", Columns([.. axis]));
        foreach (ResultArray array in data.Arrays.Values.Where(a => a.Dimensions.Count == 2)) Save(array.Name, Matrix(array, data));
        foreach (ResultArray array in data.Arrays.Values.Where(a => a.Dimensions.Count > 2)) Save(array.Name, Long(array));
        if (data.Numbers.Count > 0) Save("numbers", Numbers(data));
        return files;
    }

    private static StringBuilder Columns(ResultArray[] arrays)
    {
        StringBuilder text = new StringBuilder().AppendRow(arrays.Select(Label));
        for (int i = 0; i < arrays[0].Values.Length; i++) text.AppendRow(arrays.Select(a => CsvText.Number(a.Values[i])));
        return text;
    }

    private static StringBuilder Matrix(ResultArray array, ResultData data)
    {
        ResultDimension rows = array.Dimensions[0], columns = array.Dimensions[1];
        (string rowLabel, double[] rowValues) = Coordinates(rows, data);
        (string columnLabel, double[] columnValues) = Coordinates(columns, data);
        string corner = $"{Label(array)}: {rowLabel} down, {columnLabel} across";
        StringBuilder text = new StringBuilder().AppendRow([corner, .. columnValues.Select(v => CsvText.Number(v))]);
        for (int i = 0; i < rows.Length; i++) text.AppendRow([CsvText.Number(rowValues[i]), .. array.Row(i).Select(v => CsvText.Number(v))]);
        return text;
    }

    private static StringBuilder Long(ResultArray array)
    {
        StringBuilder text = new StringBuilder().AppendRow([.. array.Dimensions.Select(d => d.Name), Label(array)]);
        int[] index = new int[array.Dimensions.Count];
        foreach (double value in array.Values)
        {
            text.AppendRow([.. index.Select(i => CsvText.Number(i)), CsvText.Number(value)]);
            for (int d = index.Length - 1; d >= 0 && ++index[d] == array.Dimensions[d].Length; d--) index[d] = 0;
        }

        return text;
    }

    private static StringBuilder Numbers(ResultData data)
    {
        StringBuilder text = new StringBuilder().AppendRow(["name", "value"]);
        foreach ((string name, double value) in data.Numbers) text.AppendRow([name, CsvText.Number(value)]);
        return text;
    }

    // Where along an axis do the values lie? Its own array tells: the one of the axis' name, or the only one there is. Otherwise they are counted from 0.
    private static (string Label, double[] Values) Coordinates(ResultDimension axis, ResultData data)
    {
        ResultArray[] along = [.. data.Arrays.Values.Where(a => a.Dimensions.Count == 1 && a.Dimensions[0] == axis)];
        ResultArray? own = Array.Find(along, a => a.Name == axis.Name) ?? (along.Length == 1 ? along[0] : null);
        return own is null ? (axis.Name, [.. Enumerable.Range(0, axis.Length).Select(i => (double)i)]) : (Label(own), own.Values);
    }

    private static string Label(ResultArray array) => array.Unit is "" or "1" ? array.Name : $"{array.Name} ({array.Unit})";
}
