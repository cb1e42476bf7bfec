using NnGen.Optim;
using NnGen.Serialization;

namespace NnGen;

/// <summary>
/// The state of a training run in one file: a run that is stopped after any step and resumed gives bitwise the same weights as one
/// that was never stopped. The file is one of <c>torch.save</c>: a dict of <c>model</c>, <c>optimizer</c> and <c>scheduler</c> as
/// PyTorch's <c>state_dict()</c>s, <c>loader</c>, <c>epoch</c>, <c>rng_state</c> as <c>torch.get_rng_state()</c> gives it,
/// <c>rng_counter</c> for the stream of dropout masks, and <c>extra</c>.
/// </summary>
public static class Checkpoint
{
    private const string ModelKey = "model";
    private const string EpochKey = "epoch";
    private const string ExtraKey = "extra";

    /// <summary>
    /// Writes the state: to a temporary file in the same folder, flushed to disk and renamed, so that a failure at any moment leaves
    /// the file that was there.
    /// </summary>
    /// <param name="path">The file; replaced if it exists. Its name usually ends in <c>.pth</c>.</param>
    /// <param name="model">The model.</param>
    /// <param name="optimizer">The optimizer. Default: none.</param>
    /// <param name="scheduler">The learning rate scheduler. Default: none.</param>
    /// <param name="epoch">The epoch under way. Default: 0.</param>
    /// <param name="loader">The data loader, so that a run stopped within an epoch goes on with the batches that are left. Default: none.</param>
    /// <param name="extra">Whatever else the run needs, such as the best loss so far. Default: nothing.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Save(
        string path,
        Module model,
        Optimizer? optimizer = null,
        IStateful? scheduler = null,
        long epoch = 0,
        IStateful? loader = null,
        TorchDict? extra = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var state = new TorchDict { [ModelKey] = model.StateDict(), [EpochKey] = epoch };
        foreach (var (key, part) in Parts(optimizer, scheduler, loader))
            state[key] = part.StateDict();
        CheckpointRandomState.Write(state);
        if (extra is not null)
            state[ExtraKey] = extra;
        TorchCheckpoint.Save(path, state);
    }

    /// <summary>Restores what <see cref="Save"/> wrote: into the objects that are given, and the state of <see cref="Rng.Default"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model.</param>
    /// <param name="optimizer">The optimizer, over the same parameters as the saved one. Default: its state is left out.</param>
    /// <param name="scheduler">The learning rate scheduler. Default: its state is left out.</param>
    /// <param name="loader">The data loader: its next enumeration goes on with the epoch. Default: its state is left out.</param>
    /// <returns>The epoch that was under way, and what was added.</returns>
    /// <exception cref="CheckpointException">The file is damaged, or lacks the state of one of the objects. Nothing has been changed then.</exception>
    /// <exception cref="StateDictException">The file does not fit the model. Nothing has been changed then.</exception>
    /// <exception cref="ArgumentException">The file does not fit the optimizer. Nothing has been changed then.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CheckpointInfo Load(
        string path,
        Module model,
        Optimizer? optimizer = null,
        IStateful? scheduler = null,
        IStateful? loader = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var file = TorchFile.OpenPath(path, key: null);
        try
        {
            return Restore(file, model, Parts(optimizer, scheduler, loader).ToList());
        }
        catch (CheckpointException e) when (e.Path is null)
        {
            throw file.Refuse($"As a checkpoint of a training run it is not complete, or of another one. {e.Message}", e);
        }
    }

    private static CheckpointInfo Restore(TorchFile file, Module model, List<(string Key, IStateful Part)> parts)
    {
        var weights = file.Below(ModelKey);
        weights.RequireStateDict();
        var state = file.Read(parts.Select(part => part.Key).Append(EpochKey).Append(ExtraKey).Concat(CheckpointRandomState.Keys));
        var random = CheckpointRandomState.Read(state);
        var info = new CheckpointInfo(state.Get<long>(EpochKey), state.ContainsKey(ExtraKey) ? state.Get<TorchDict>(ExtraKey) : []);
        var modelLoader = new StateDictLoader(StateSource.Of(weights));
        modelLoader.Prepare(model, strict: true);

        var previous = new List<(IStateful Part, TorchDict State)>();
        try
        {
            foreach (var (key, part) in parts)
            {
                var saved = state.Get<TorchDict>(key);
                previous.Add((part, part.StateDict()));
                part.LoadStateDict(saved);
            }

            modelLoader.Apply();
        }
        catch
        {
            foreach (var (part, before) in previous)
                part.LoadStateDict(before);
            throw;
        }

        Rng.SetState(random);
        return info;
    }

    private static IEnumerable<(string Key, IStateful Part)> Parts(Optimizer? optimizer, IStateful? scheduler, IStateful? loader)
    {
        if (optimizer is not null)
            yield return ("optimizer", optimizer);
        if (scheduler is not null)
            yield return ("scheduler", scheduler);
        if (loader is not null)
            yield return ("loader", loader);
    }
}

/// <summary>What <see cref="Checkpoint.Load"/> returns.</summary>
/// <param name="Epoch">The epoch that was under way.</param>
/// <param name="Extra">What was added when saving; empty where nothing was.</param>
public sealed record CheckpointInfo(long Epoch, TorchDict Extra);
