namespace NnGen.Fuzz;

/// <summary>Saves one checkpoint after the other to a file until it is killed: <c>dotnet NnGen.Fuzz.dll PATH</c>.</summary>
internal static class Program
{
    public const int Elements = 200_000;

    private static void Main(string[] arguments)
    {
        for (int i = 0; ; i++)
        {
            new StateDict { ["a"] = Tensor.Full([Elements], i), ["b"] = Tensor.Full([Elements], i) }.Save(arguments[0]);
            if (i == 0)
                Console.WriteLine("saved");
        }
    }
}
