using LiMeso.Storage.Files;
using LiMeso.Storage.Hdf5;
using LiMeso.Storage.Hdf5.Native;

namespace LiMeso.Storage.Tests.Processes;

/// <summary>What a child process can be asked to do; it reports each thing done in a line.</summary>
internal static class Child
{
    public static int Run(string[] task)
    {
        try
        {
            switch (task)
            {
                case ["run", string directory, string runs]:
                    for (int k = 0; k < int.Parse(runs, null); k++)
                        PretendedRun.Complete(directory, Say);
                    return 0;
                case ["hold", string directory]:
                    using (DirectoryLock.Acquire(directory))
                    {
                        Say("held");
                        Console.In.ReadToEnd();
                    }
                    return 0;
                case ["write-hdf5", string path]:
                    Hdf5File.Write(path, f => f.SetAttribute("title", "done"));
                    Say(Hdf5Library.Current.File);
                    return 0;
                default:
                    return 2;
            }
        }
        catch (IOException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 4;
        }
    }

    private static void Say(string what)
    {
        Console.Out.WriteLine(what);
        Console.Out.Flush();
    }
}
