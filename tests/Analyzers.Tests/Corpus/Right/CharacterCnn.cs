[Module]
public partial class CharCnn(int alphabet = 70, int classes = 4)
{
    private readonly Sequential conv = new(
        new Conv1d(alphabet, 256, 7), new ReLU(), new MaxPool1d(3),
        new Conv1d(256, 256, 7), new ReLU(), new MaxPool1d(3),
        new Conv1d(256, 256, 3), new ReLU(),
        new Conv1d(256, 256, 3), new ReLU(),
        new Conv1d(256, 256, 3), new ReLU(),
        new Conv1d(256, 256, 3), new ReLU(), new MaxPool1d(3));

    private readonly Sequential fc = new(new Linear(256 * 34, 1024), new ReLU(), new Dropout(), new Linear(1024, 1024), new ReLU(), new Dropout(), new Linear(1024, classes));

    public Tensor Forward([Shape("N, alphabet, 1014")] Tensor x) => fc.Forward(conv.Forward(x).Flatten(1));
}
