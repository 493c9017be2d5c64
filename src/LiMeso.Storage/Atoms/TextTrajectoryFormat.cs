namespace LiMeso.Storage.Atoms;

/// <summary>A trajectory in one text file, frame after frame.</summary>
/// <param name="fileName">Name of the file.</param>
/// <param name="write">Writes one frame.</param>
internal sealed class TextTrajectoryFormat(string fileName, Action<AppendedText, AtomFrame> write) : ITrajectoryFormat
{
    public ITrajectory Begin(string directory)
    {
        Directory.CreateDirectory(directory);
        return new TextTrajectory(fileName, write, AppendedText.Begin(Path.Combine(directory, fileName)));
    }

    public ITrajectory Continue(string directory, long mark) => new TextTrajectory(fileName, write, AppendedText.Continue(Path.Combine(directory, fileName), mark));

    private sealed class TextTrajectory(string fileName, Action<AppendedText, AtomFrame> write, AppendedText text) : ITrajectory
    {
        public string EntryFile => fileName;

        public void Append(AtomFrame frame) => write(text, frame);

        public long Commit() => text.Commit();

        public void Dispose() => text.Dispose();
    }
}
