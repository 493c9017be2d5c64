using LiMeso.Storage.Hdf5;

namespace LiMeso.Cases.Results;

/// <summary>Keeps <see cref="ResultData"/> in an HDF5 file: arrays as data sets with attributes <c>units</c> and <c>dimensions</c>, scalars and texts as attributes of a group.</summary>
public static class ResultDataFile
{
    /// <summary>Its name in the results directory.</summary>
    public const string FileName = "data.h5";

    private const string ArraysGroup = "arrays", NumbersGroup = "numbers", TextsGroup = "texts", WarningsSet = "warnings", Position = "position";

    /// <summary>Writes the file, replacing an old one at once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="data">What to keep.</param>
    public static void Write(string path, ResultData data) => Hdf5File.Write(path, root =>
    {
        root.SetAttribute("title", "LiMeso results");
        using (Hdf5Group numbers = root.CreateGroup(NumbersGroup))
        {
            foreach ((string name, double value) in data.Numbers) numbers.SetAttribute(name, value);
        }

        using (Hdf5Group texts = root.CreateGroup(TextsGroup))
        {
            foreach ((string name, string value) in data.Texts) texts.SetAttribute(name, value);
        }

        using (Hdf5Group arrays = root.CreateGroup(ArraysGroup))
        {
            int position = 0;
            foreach (ResultArray array in data.Arrays.Values)
            {
                using Hdf5Dataset set = arrays.Write(Flat(array.Name), array.Values, [.. array.Dimensions.Select(d => d.Length)]);
                set.SetAttribute("name", array.Name);
                set.SetAttribute("units", array.Unit);
                set.SetAttribute("dimensions", string.Join(',', array.Dimensions.Select(d => d.Name)));
                set.SetAttribute(Position, position++);
            }
        }

        if (data.Warnings.Count > 0) root.Write(WarningsSet, [.. data.Warnings]).Dispose();
    });

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    public static ResultData Read(string path)
    {
        var data = new ResultData();
        using Hdf5File file = Hdf5File.OpenVerified(path);
        using (Hdf5Group numbers = file.OpenGroup(NumbersGroup))
        {
            foreach (string name in numbers.AttributeNames) data.Set(name, numbers.GetDouble(name));
        }

        using (Hdf5Group texts = file.OpenGroup(TextsGroup))
        {
            foreach (string name in texts.AttributeNames) data.Set(name, texts.GetText(name));
        }

        using (Hdf5Group arrays = file.OpenGroup(ArraysGroup))
        {
            var inOrder = new SortedDictionary<long, ResultArray>();
            foreach (string name in arrays.Names)
            {
                using Hdf5Dataset set = arrays.OpenDataset(name);
                ResultDimension[] dimensions = [.. set.GetText("dimensions").Split(',').Zip(set.Shape, (axis, length) => new ResultDimension(axis, length))];
                inOrder.Add(set.GetLong(Position), new ResultArray(set.GetText("name"), set.GetText("units"), dimensions, set.ReadDoubles()));
            }

            // HDF5 sorts by name; readers expect an axis before what lies along it
            foreach (ResultArray array in inOrder.Values) data.Set(array);
        }

        if (file.Contains(WarningsSet))
        {
            using Hdf5Dataset warnings = file.OpenDataset(WarningsSet);
            foreach (string warning in warnings.ReadTexts()) data.Warn(warning);
        }

        return data;
    }

    // '/' would make a group; readers get the true name from the attribute.
    private static string Flat(string name) => name.Replace('/', '.');
}
