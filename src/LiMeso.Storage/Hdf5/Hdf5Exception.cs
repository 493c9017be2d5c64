namespace LiMeso.Storage.Hdf5;

/// <summary>HDF5 could not do what was asked. The message says what, and holds the library's own error stack.</summary>
/// <param name="message">What failed and why.</param>
public class Hdf5Exception(string message) : IOException(message);

/// <summary>The HDF5 C library is missing or unusable. The message says how to install it.</summary>
public sealed class Hdf5LibraryException : Hdf5Exception
{
    private Hdf5LibraryException(string message)
        : base(message)
    {
    }

    internal static Hdf5LibraryException NotFound(string installCommand, IReadOnlyCollection<string> unusable)
    {
        string found = unusable.Count == 0 ? "" : $"\nFound, but unusable: {string.Join("; ", unusable)}.";
        return new Hdf5LibraryException(
            $"the HDF5 C library is not installed. Install it with\n    {installCommand}\nor name the library's file in LIMESO_HDF5_LIBRARY.{found}");
    }

    internal static Hdf5LibraryException Named(string variable, string library, string problem) =>
        new($"{variable} names '{library}' as the HDF5 C library, which cannot be used: {problem}. Correct the variable, or unset it to have the library searched for.");
}
