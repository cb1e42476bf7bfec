using NnGen;
using System.Collections.Generic;
using System.Linq;

namespace Programs.Declarations.OtherMembers;

// Members that have nothing to do with tensors stay the user's own.
[Module]
public partial class Documented
{
    private static int s_created;
    private readonly Linear fc = new(3, 2);
    private readonly List<string> history = [];

    public Documented() => s_created++;

    public event EventHandler? Trained;

    public static int Created => s_created;

    public string Description { get; set; } = "";

    public IEnumerable<string> Longest => history.Where(line => line.Length > 3).OrderByDescending(line => line.Length);

    public void Log(string line)
    {
        lock (history)
            history.Add(line);
        Trained?.Invoke(this, EventArgs.Empty);
    }

    public async Task SaveAsync(string path) => await Task.Run(() => Save(path));

    public Tensor Forward(Tensor x) => fc.Forward(x);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Documented(), n => [Tensor.Randn(n, 3)]);
}
